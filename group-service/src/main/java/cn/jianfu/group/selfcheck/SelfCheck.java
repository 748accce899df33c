package cn.jianfu.group.selfcheck;

import cn.jianfu.contracts.group.SelfCheckChangedV1;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit's list in a round; public because the codec reads it.
 *
 * @param answeredBy null until somebody has answered
 * @param decisionsDue answers that are not yet decisions of their groups
 */
public record SelfCheck(
    String round,
    String unit,
    String town,
    LocalDate generatedOn,
    @Nullable LocalDate completedOn,
    List<SelfCheckItem> items,
    @Nullable By answeredBy,
    boolean decisionsDue) {

  /** Who answered last. */
  public record By(String issuer, String subject, String role, String unit) {}

  static String idOf(String round, String unit) {
    return round + "/" + unit;
  }

  static SelfCheck generated(
      String round, String unit, String town, LocalDate on, List<SelfCheckItem> items) {
    return new SelfCheck(round, unit, town, on, items.isEmpty() ? on : null, items, null, false);
  }

  /** With groups that came since, while the list is open. */
  SelfCheck with(List<SelfCheckItem> now) {
    Set<String> listed = new HashSet<>();
    items.forEach(item -> listed.add(item.groupId()));
    List<SelfCheckItem> longer = new ArrayList<>(items);
    now.stream().filter(item -> !listed.contains(item.groupId())).forEach(longer::add);
    return longer.size() == items.size() || completedOn != null
        ? this
        : new SelfCheck(round, unit, town, generatedOn, null, longer, answeredBy, decisionsDue);
  }

  SelfCheck answered(List<SelfCheckItem> now, LocalDate on, By by) {
    boolean complete = now.stream().noneMatch(SelfCheckItem::isOpen);
    return new SelfCheck(round, unit, town, generatedOn, complete ? on : null, now, by, true);
  }

  SelfCheck decided() {
    return new SelfCheck(round, unit, town, generatedOn, completedOn, items, answeredBy, false);
  }

  SelfCheckChangedV1 published() {
    return new SelfCheckChangedV1(
        round,
        unit,
        town,
        items.size(),
        (int) items.stream().filter(it -> SelfCheckItem.CONFIRMED.equals(it.answer())).count(),
        (int) items.stream().filter(it -> SelfCheckItem.CONTESTED.equals(it.answer())).count(),
        generatedOn,
        completedOn);
  }
}
