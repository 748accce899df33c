package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the detection needs to know of a group.
 *
 * @param unit code of the unit that owns it
 * @param town code of the town that the unit belongs to; a district department's is the district
 * @param line the unit's line 条线; null when the unit has none
 * @param live whether the rules for groups in use apply to its state
 * @param missingFields required fields that the register lacks
 * @param memberCount as declared or counted; 0 when unknown
 */
public record GroupFacts(
    String id,
    String unit,
    String town,
    @Nullable String line,
    String platform,
    String externalId,
    String name,
    @Nullable String purpose,
    @Nullable String matterCode,
    GroupKind kind,
    boolean live,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate taskCompletedOn,
    boolean filed,
    Set<String> missingFields,
    int memberCount) {

  /** Groups set up first come first; one of unknown age is taken to have been there before. */
  static final Comparator<GroupFacts> OLDEST_FIRST =
      Comparator.comparing(
              GroupFacts::createdOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(GroupFacts::id);

  public GroupFacts {
    missingFields = Set.copyOf(missingFields);
  }

  /** Two groups are on one unit line when these agree; a unit without a line is its own. */
  public String lineKey() {
    return line == null ? "unit " + unit : "line " + line;
  }
}
