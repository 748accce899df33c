package cn.jianfu.contracts.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding (问题) as its detector sees it.
 *
 * @param findingId a function of rule and subject, so that scanning twice says nothing new
 * @param subjectKey stable name of the subject while its members change
 * @param groups ids of the groups concerned, sorted; those of other towns are left out
 * @param title what a person calls the subject, for example a group's name
 * @param unit org code of the accountable unit
 * @param severity B 严重, M 较重 or m 一般
 * @param ruleSet {@code id@version} of the rule set that was applied
 * @param evidence numbers, days and ids by name; never message text or a person
 * @param confidence the lowest data confidence among the groups concerned
 * @param clearedWhy DATA, RULE_SET, EXEMPTION, SUBJECT_CLOSED, JOINED, RELABELLED, RESTORED,
 *     CORRECTED or WITHDRAWN, when cleared; JOINED says that it goes on under another id, or in
 *     another finding, RELABELLED that the groups are there still and only called or described
 *     otherwise, RESTORED that the groups whose place another took are in use again: none of these
 *     was put right; CORRECTED that a source has put right what it had counted, and WITHDRAWN that
 *     a group was declared in error: this run of days never held, and counts for nothing
 * @param raisedOn first day on which it was raised in this run of days, which may be over long
 *     before the counters that show it came
 * @param correctedOn when a source put right what it had counted; null when it has not
 */
public record FindingV1(
    String findingId,
    String rule,
    String subjectKey,
    List<String> groups,
    String title,
    String unit,
    String town,
    String severity,
    String ruleSet,
    Map<String, Object> evidence,
    String reasonZh,
    String reasonEn,
    String confidence,
    LocalDate raisedOn,
    LocalDate lastSeenOn,
    @Nullable LocalDate clearedOn,
    @Nullable String clearedWhy,
    @Nullable LocalDate correctedOn) {}
