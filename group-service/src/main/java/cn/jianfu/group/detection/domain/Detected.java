package cn.jianfu.group.detection.domain;

import java.util.Comparator;
import java.util.List;

/**
 * A fault that the data show, with what shows it.
 *
 * <p>Subject and evidence by rule; values that merely grow with time are left out, so that a scan
 * of the next day says nothing new. Evidence may name groups of other towns: whoever shows it to a
 * town replaces those by counts.
 *
 * <table>
 * <caption>Subjects and evidence keys</caption>
 * <tr><th>rule</th><th>subject</th><th>evidence</th></tr>
 * <tr><td>G-OVER</td><td>both group ids in order, with {@code |} between</td><td>{@code kind}
 * (DUPLICATE, CONTAINED, CROSS), {@code first}, {@code second}, {@code firstMembers}, {@code
 * secondMembers}, {@code sharedMembers}, {@code jaccard}, {@code containment} (both cut to four
 * decimals), {@code limit} (the share that the kind begins at)</td></tr>
 * <tr><td>G-ZOMB</td><td>the group id</td><td>{@code idleSince}, {@code lastUsedOn} (absent when no
 * use was seen), {@code idleDaysLimit}, {@code minActiveMembers}; of one that is used too rarely
 * {@code kind} (RARELY_USED), {@code activeDays} within {@code idleDaysLimit}, {@code
 * minActiveDays}</td></tr>
 * <tr><td>G-TEMP</td><td>the group id</td><td>{@code endedOn}, {@code endedBy} (validUntil or
 * taskCompletedOn), {@code graceDays}, {@code dissolveBy}</td></tr>
 * <tr><td>G-DUPM</td><td>{@code unit|matter:code}, else {@code unit|name:normalised name of the
 * oldest}, as it was when the finding was raised; with {@code |} and a number where an open finding
 * is called so</td><td>{@code matterCode} (absent when only names agree), {@code by} (MATTER, NAME or
 * BOTH), {@code count}, {@code groups}, {@code nameSimilarityLimit} (when names count)</td></tr>
 * <tr><td>G-DUPP</td><td>{@code key version|unit}; the person is in the id alone</td><td>{@code groups} (how many), {@code
 * level} (WARN, HIGH), {@code warn}, {@code high}</td></tr>
 * <tr><td>G-TWICE</td><td>{@code platform|external id}</td><td>{@code platform}, {@code
 * externalId}, {@code groups} (ids), {@code townCodes}; within one town instead {@code kind, units}
 * (ONE_TOWN, how many)</td></tr>
 * <tr><td>G-REG</td><td>the group id</td><td>{@code kind} (UNREGISTERED, UNFILED, RENAMED,
 * INCOMPLETE), {@code since}, {@code filedName} and {@code renamedOn} (RENAMED), {@code missing}
 * (field names), {@code graceDays}</td></tr>
 * <tr><td>G-APPR</td><td>the group id</td><td>{@code kind} (NO_APPROVAL, APPROVED_LATE), {@code
 * createdOn}, {@code approvedOn}</td></tr>
 * <tr><td>G-OWNER</td><td>the group id</td><td>{@code kind} (NONE, LEFT), {@code leftOn}</td></tr>
 * <tr><td>G-LEAVE</td><td>the group id</td><td>{@code leavers}, {@code leftOn} (of the first),
 * {@code graceDays}</td></tr>
 * <tr><td>G-UNIT</td><td>the unit</td><td>{@code count}, {@code allowance}, {@code groups}</td></tr>
 * <tr><td>G-EXEC</td><td>the group id</td><td>{@code kind} (OVERDUE, STILL_USED), {@code
 * decidedOn}, {@code dueOn}, {@code executedOn}, {@code usedOn} (first day of use after it), {@code graceDays}</td></tr>
 * <tr><td>G-REBOUND</td><td>the new group's id</td><td>{@code by} (MEMBERS, MATTER, OWNER), {@code
 * begunOn}, {@code begunBy} (what says so: createdOn, firstReport or firstReportInstead of an
 * earlier {@code createdOn}), {@code dissolvedOn}, {@code order} and {@code decidedOn} (NEW_FIRST: it
 * began between decision and end), {@code where} (SAME_UNIT, OTHER_UNIT, OTHER_TOWN), {@code dissolvedUnit} (the
 * other one), {@code dissolvedElsewhereOn} and {@code mergedElsewhereOn} (the last end of a group of another town, by
 * how it ended), {@code dissolved} (ids), {@code count}, {@code windowDays}; by members also {@code dissolvedMembers}, {@code sharedMembers}, {@code containment}, {@code
 * limit}</td></tr>
 * <tr><td>G-MEGA</td><td>the group id</td><td>{@code mergedGroups}, {@code mergedOn}, {@code
 * messagesPerWorkday}, {@code limit}, {@code workdays} (with counters), {@code from}, {@code to};
 * {@code taken} (WITH_DISSOLVED) and {@code dissolvedGroups} (dissolved, their people taken in);
 * when the source counts members, {@code membersBefore} (the first merge) and {@code
 * membersAfter}</td></tr>
 * <tr><td>G-HOURS, G-INST, G-DUMP, G-TRACE, G-NOTICE</td><td>the group id</td><td>{@code times} and
 * {@code days} within {@code windowDays} up to {@code lastOn}; G-INST also {@code shortestMinutes},
 * {@code minMinutes}, and {@code times} has one demand to reply of each day, of which alone the
 * time is told</td></tr>
 * <tr><td>G-DRIFT</td><td>the group id</td><td>{@code messages}, {@code acksAndLikes}, {@code
 * share}, {@code limit}, {@code from}, {@code to}</td></tr>
 * <tr><td>G-SECRET</td><td>the town, or {@code unit|incident:id}</td><td>{@code kind}
 * (NO_STATEMENT, STATEMENT_EXPIRED, INCIDENT), {@code statedOn}, {@code statementDueOn}, {@code
 * units} (how many it holds for), {@code graceDays}; {@code foundOn}</td></tr>
 * </table>
 *
 * @param ruleSet id and version of the rule set applied
 * @param unit the one accountable unit
 * @param groups the groups concerned; none for G-DUPP and missing statements
 * @param gravity compares two findings of one rule and subject: more is worse
 */
public record Detected(
    String id,
    DetectionRule rule,
    String subject,
    Severity severity,
    String ruleSet,
    String unit,
    String town,
    List<String> groups,
    int gravity,
    Evidence evidence) {

  static final Comparator<Detected> BY_RULE_AND_SUBJECT =
      Comparator.comparing(Detected::rule)
          .thenComparing(Detected::subject)
          .thenComparing(Detected::id);

  public Detected {
    groups = List.copyOf(groups);
  }

  boolean isWorseThan(Detected before) {
    return severity.compareTo(before.severity) > 0 || gravity > before.gravity;
  }

  /** The same shown facts, whatever version of the rule set they were seen with. */
  boolean saysTheSameAs(Detected other) {
    return subject.equals(other.subject)
        && severity == other.severity
        && gravity == other.gravity
        && unit.equals(other.unit)
        && town.equals(other.town)
        && groups.equals(other.groups)
        && evidence.equals(other.evidence);
  }
}
