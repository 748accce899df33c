package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the detection needs to know of a group.
 *
 * @param unit code of the unit that owns it
 * @param town code of the town that the unit belongs to; a district department's is the district
 * @param line the unit's line 条线; null when the unit has none
 * @param ownerRef 群主, as a keyed hash, as far as it could be found out
 * @param ownerNamed whether the register names anybody
 * @param knownSince the day on which the platform first heard of it
 * @param declaredOn null for a group that nobody has declared
 * @param approved whether an approval is known, of whatever day
 * @param approvedOn null when none is known, or nobody says of which day
 * @param live whether the rules for groups in use apply to its state
 * @param filedName null of a group that is not filed, and of a filing that does not tell it
 * @param renamedOn since when it is called otherwise than it is filed; of a filing that does not
 *     tell its name, when it was renamed first since
 * @param missingFields required fields that the register lacks; {@link #MEMBERS} when neither a
 *     number nor a list of members is known
 * @param ending the decision that it ends by, standing or carried out; null when there is none
 * @param memberCount as listed, else as declared; 0 when unknown
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
    @Nullable String ownerRef,
    boolean ownerNamed,
    GroupKind kind,
    boolean live,
    LocalDate knownSince,
    @Nullable LocalDate declaredOn,
    @Nullable LocalDate createdOn,
    boolean approved,
    @Nullable LocalDate approvedOn,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate taskCompletedOn,
    boolean filed,
    @Nullable String filedName,
    @Nullable LocalDate renamedOn,
    Set<String> missingFields,
    @Nullable Ending ending,
    int memberCount) {

  /** Among the missing fields: nothing tells how many members it has. */
  public static final String MEMBERS = "members";

  /** Groups set up first come first; one of unknown age is taken to have been there before. */
  static final Comparator<GroupFacts> OLDEST_FIRST =
      Comparator.comparing(
              GroupFacts::createdOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(GroupFacts::id);

  public GroupFacts {
    missingFields = Set.copyOf(missingFields);
  }

  /**
   * Required fields that the register lacks, sorted. Members are one of them where {@code
   * register.membersRequired} is 1; a rule set without the number, as those published before it,
   * does not ask for them.
   */
  List<String> missing(Thresholds thresholds) {
    boolean membersRequired = thresholds.wholeNumberOr("register.membersRequired", 0) > 0;
    return missingFields.stream()
        .filter(field -> membersRequired || !field.equals(MEMBERS))
        .sorted()
        .toList();
  }

  /** The same on a day on which it was in use. */
  GroupFacts inUse() {
    return live
        ? this
        : new GroupFacts(
            id,
            unit,
            town,
            line,
            platform,
            externalId,
            name,
            purpose,
            matterCode,
            ownerRef,
            ownerNamed,
            kind,
            true,
            knownSince,
            declaredOn,
            createdOn,
            approved,
            approvedOn,
            validUntil,
            taskCompletedOn,
            filed,
            filedName,
            renamedOn,
            missingFields,
            ending,
            memberCount);
  }

  /** Whether it is meant to go on: live, and nobody has decided otherwise. */
  boolean goesOn() {
    return live && ending == null;
  }

  /** Whether it goes on as another group: it is there no more, and nobody ended it. */
  boolean joined() {
    return !live && ending == null;
  }

  /** The day on which it was set up, as its unit says; else the day on which it was first seen. */
  LocalDate begunOn() {
    return createdOn == null ? knownSince : createdOn;
  }

  /** The day on which it ended by a decision; null while it is live. */
  @Nullable LocalDate endedOn() {
    return live || ending == null ? null : ending.executedOn();
  }

  /** Two groups are on one unit line when these agree; a unit without a line is its own. */
  public String lineKey() {
    return lineKey(unit, line);
  }

  public static String lineKey(String unit, @Nullable String line) {
    return line == null ? "unit " + unit : "line " + line;
  }
}
