package cn.jianfu.group.finding;

import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.GroupId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody may know by name of that which a finding is about; the rest is only counted.
 *
 * @param groupsOf whether groups of the unit are seen
 * @param towns whether the town is seen among those concerned
 */
record Sight(Predicate<String> groupsOf, Predicate<String> towns) {

  private static final String BETWEEN_NAMES = " / ";
  private static final int NAMES_IN_TITLE = 3;
  private static final String HIDDEN = "…";

  /** Of the other services: the groups of the accountable town, and every town. */
  static Sight ofServices(String town, ReferenceData district) {
    return new Sight(unit -> district.townOf(unit).orElse("").equals(town), _ -> true);
  }

  /** Of a reader: what lies within its own unit. */
  static Sight ofReader(String unit, ReferenceData district) {
    return new Sight(other -> district.within(other, unit), other -> district.within(other, unit));
  }

  /** Whether it is anything but the id of a group that is not seen; other words are nobody's. */
  boolean shows(String word) {
    if (word.indexOf('/') < 0) {
      return true;
    }
    try {
      return groupsOf.test(GroupId.parse(word).unit());
    } catch (IllegalArgumentException noGroup) {
      return true;
    }
  }

  /**
   * Of a title the names of those groups that are seen. It is made of the names of the first groups
   * of the finding's own town; where it cannot be told which name is whose, none is shown.
   *
   * @param ofTown ids of the groups of the finding's own town, in order
   */
  String title(List<String> ofTown, String title) {
    if (ofTown.stream().allMatch(this::shows)) {
      return title;
    }
    List<String> names = List.of(title.split(BETWEEN_NAMES, -1));
    boolean isPlain = names.size() == Math.min(ofTown.size(), NAMES_IN_TITLE);
    String seen =
        IntStream.range(0, isPlain ? names.size() : 0)
            .filter(at -> shows(ofTown.get(at)))
            .mapToObj(names::get)
            .collect(Collectors.joining(BETWEEN_NAMES));
    return seen.isEmpty() ? HIDDEN : seen;
  }
}
