package cn.jianfu.report.finding;

import cn.jianfu.report.finding.domain.Contest;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.FindingOnDay;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.scope.UnitScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown on a day: nothing in it was seen or said later.
 *
 * @param asOf that day
 * @param subjectKey what it is about: of one rule the same while its evidence changes; the
 *     finding's own id where that is a person, or not all of it may be seen
 * @param severity B, M or m
 * @param state of both halves: what is detected and how it is judged
 * @param exempt whether an exemption covers it on that day
 * @param exposure how many subjects of the town the rule could judge on that day, this one among
 *     them; null in lists, where it was not told, and for who does not see the whole town
 * @param raisedOn first day of the run of days in which it held last
 * @param lastSeenOn the day on which its detector saw this evidence last; of a past day of which no
 *     evidence was kept it is later
 * @param runs every run of days in which it held, oldest first
 * @param clearedOn null while it holds
 * @param judgements what people said about it, oldest first
 * @param contested whether a contest waits for an answer
 * @param contests what its unit said against it, oldest first
 */
public record FindingView(
    String findingId,
    LocalDate asOf,
    String rule,
    String subjectKey,
    String severity,
    ShownState state,
    boolean exempt,
    String town,
    String unit,
    String title,
    List<String> groups,
    @Nullable Integer exposure,
    Map<String, Object> evidence,
    String reasonZh,
    String reasonEn,
    String confidence,
    String ruleSet,
    LocalDate raisedOn,
    LocalDate lastSeenOn,
    @Nullable LocalDate clearedOn,
    @Nullable String clearedWhy,
    List<Run> runs,
    List<Judgement> judgements,
    boolean contested,
    List<Contest> contests) {

  private static final String ABOUT_PEOPLE = "G-DUPP";

  static FindingView of(FindingOnDay finding, boolean exempt, LocalDate day) {
    Detected detected = finding.detected();
    Handling handling = finding.handling();
    Run run = detected.runOn(day).orElse(detected.runs().getLast());
    return new FindingView(
        detected.findingId(),
        day,
        detected.rule(),
        subjectKey(detected),
        detected.severity().code(),
        finding.state(),
        exempt,
        detected.town(),
        detected.unit(),
        detected.title(),
        detected.groups(),
        null,
        detected.evidence(),
        detected.reasonZh(),
        detected.reasonEn(),
        detected.confidence(),
        detected.ruleSet(),
        run.raisedOn(),
        detected.lastSeenOn(),
        run.clearedOn(),
        run.clearedWhy(),
        detected.runs(),
        handling.judgements(),
        handling.contested(),
        handling.contests());
  }

  /** Findings about a person once carried the person's reference, which is nobody's business. */
  private static String subjectKey(Detected detected) {
    return detected.rule().equals(ABOUT_PEOPLE) ? detected.findingId() : detected.subjectKey();
  }

  /**
   * Whether it was confirmed and is over only because its groups are called otherwise: who sees a
   * correction in that takes the confirmation back.
   */
  public boolean confirmedYetRelabelled() {
    return clearedOn != null
        && runs.getLast().wasRelabelled()
        && !judgements.isEmpty()
        && judgements.getLast().verdict() == Verdict.CONFIRMED
        // What was said of a former run of days is not due for this one.
        && !judgements.getLast().on().isBefore(raisedOn);
  }

  /** The same, with the number of subjects of the town that the rule could judge. */
  FindingView among(int subjects) {
    return with(subjectKey, title, groups, subjects, evidence);
  }

  /** The same as somebody sees it who may not see everything that it is about. */
  FindingView seenIn(UnitScope scope) {
    List<String> own = OwnEvidence.groups(scope, groups);
    return with(
        own.size() == groups.size() ? subjectKey : findingId,
        OwnEvidence.title(scope, town, groups, title),
        own,
        exposure,
        OwnEvidence.of(scope, groups, evidence));
  }

  private FindingView with(
      String key,
      String called,
      List<String> about,
      @Nullable Integer subjects,
      Map<String, Object> shown) {
    return new FindingView(
        findingId,
        asOf,
        rule,
        key,
        severity,
        state,
        exempt,
        town,
        unit,
        called,
        about,
        subjects,
        shown,
        reasonZh,
        reasonEn,
        confidence,
        ruleSet,
        raisedOn,
        lastSeenOn,
        clearedOn,
        clearedWhy,
        runs,
        judgements,
        contested,
        contests);
  }
}
