package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.Exemption.Scope;
import cn.jianfu.group.detection.domain.LateJudgement.Known;
import cn.jianfu.group.detection.domain.LateJudgement.LateRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counters of days that no scan looks at any more. */
class LateJudgementTest {

  private static final int WINDOW = rules().thresholds().wholeNumber("counters.windowDays");
  private static final LateSpan THAT_DAY = new LateSpan(daysAgo(100), daysAgo(100));

  @Test
  void aDayThatBrokeARuleIsFoundForItsWindowHoweverLateItIsTold() {
    assertThat(runs(asked(2), Map.of()))
        .containsExactly(run(100, 100 - WINDOW, ClearedBecause.DATA));
  }

  @Test
  void aDayThatKeptTheRulesSaysNothing() {
    assertThat(runs(asked(0), Map.of())).isEmpty();
  }

  /** History that comes with the first report is none of the platform's days. */
  @Test
  void whatWasCountedBeforeTheGroupWasHeardOfIsNotFound() {
    assertThat(runs(asked(2).knownSince(daysAgo(20)), Map.of())).isEmpty();
  }

  @Test
  void whatIsNotKnownToBeOverWaitsForTheDayThatShowsIt() {
    GroupBuilder untilThen = aGroup("a").observed(140, 100, 3).asking(proofs(100, 2));

    assertThat(runs(untilThen, Map.of())).isEmpty();
  }

  @Test
  void aGroupThatHasEndedSinceIsJudgedUpToItsEnd() {
    assertThat(runs(asked(2).endedOn(daysAgo(90)), Map.of()))
        .containsExactly(run(100, 90, ClearedBecause.SUBJECT_CLOSED));
    assertThat(runs(asked(2).endedOn(daysAgo(101)), Map.of())).isEmpty();
    assertThat(runs(asked(2).joined(), Map.of())).isEmpty();
  }

  @Test
  void whatIsFoundAlreadyIsNotFoundAgain() {
    FoundRun known = run(95, 100 - WINDOW, ClearedBecause.DATA);

    assertThat(runs(asked(2), found(known))).isEmpty();
    assertThat(runs(asked(2), found(FoundRun.held(daysAgo(90), null, null)))).isEmpty();
  }

  @Test
  void whatWasFoundByANumberThatIsPutRightNeverWas() {
    FoundRun known = run(99, 70, ClearedBecause.DATA);

    assertThat(runs(asked(0), found(known))).containsExactly(run(99, 70, ClearedBecause.CORRECTED));
  }

  @Test
  void aNumberThatIsPutBackIsFoundAgain() {
    FoundRun corrected = run(100, 100 - WINDOW, ClearedBecause.CORRECTED);

    assertThat(runs(asked(0), found(corrected))).isEmpty();
    assertThat(runs(asked(2), found(corrected)))
        .containsExactly(run(100, 100 - WINDOW, ClearedBecause.DATA));
  }

  @Test
  void whatGoesOnInAnotherFindingIsTakenBackThere() {
    assertThat(runs(asked(0), found(run(99, 70, ClearedBecause.JOINED)))).isEmpty();
  }

  /** Its days are so long ago that a scan, for want of later ones, leaves it as it was. */
  @Test
  void whatIsOpenStillIsTakenBackByTheDayThatItRestedOn() {
    FoundRun open = FoundRun.held(daysAgo(99), null, null);

    assertThat(runs(brokenOff().asking(proofs(100, 2)), found(open))).isEmpty();
    assertThat(runs(brokenOff().asking(proofs(100, 0)), found(open)))
        .containsExactly(run(99, 0, ClearedBecause.CORRECTED));
    assertThat(runs(brokenOff().asking(proofs(96, 1)), found(open))).isEmpty();
  }

  private static GroupBuilder brokenOff() {
    return aGroup("a").observed(140, 95, 3);
  }

  /** Else who is always late is found for a window, and then never again. */
  @Test
  void whatGoesOnBeyondWhatWasFoundMakesItLonger() {
    FoundRun known = run(110, 85, ClearedBecause.DATA);
    GroupBuilder more = asked(2).asking(proofs(110, 1));

    assertThat(runs(more, found(known)))
        .containsExactly(run(110, 100 - WINDOW, ClearedBecause.DATA));
    assertThat(runs(more, found(run(110, 85, ClearedBecause.EXEMPTION)))).isEmpty();
  }

  /** Its first days may have been counted wrong; what came after them bears it out. */
  @Test
  void aLongRunIsJudgedToItsEnd() {
    GroupBuilder later = asked(0).asking(proofs(50, 1));

    assertThat(runs(later, found(run(99, 20, ClearedBecause.DATA)))).isEmpty();
    assertThat(runs(asked(0), found(run(99, 20, ClearedBecause.DATA))))
        .containsExactly(run(99, 20, ClearedBecause.CORRECTED));
  }

  @Test
  void whatIsExemptByNowIsNotTakenForCorrected() {
    ScanInput exempted = exempt(asked(2), 110);

    assertThat(runs(exempted, found(run(99, 72, ClearedBecause.DATA)))).isEmpty();
  }

  /** By what this day broke, the finding was right from then on. */
  @Test
  void aRunThatAnotherDayBearsOutStands() {
    GroupBuilder other = asked(0).asking(proofs(98, 1));

    assertThat(runs(other, found(run(99, 68, ClearedBecause.DATA)))).isEmpty();
  }

  @Test
  void runsOfWhichNotAllAreKnownAreNotAddedTo() {
    Known since = new Known(finding(), List.of(), daysAgo(80));

    assertThat(runs(asked(2), Map.of(DetectionRule.PROOF, since))).isEmpty();
  }

  @Test
  void whatWasExemptThenIsNotFound() {
    ScanInput exempted = exempt(asked(2), 110);

    assertThat(runs(exempted, Map.of())).isEmpty();
  }

  @Test
  void aGroupThatWasUsedAfterAllWasNoZombie() {
    GroupBuilder idle = aGroup("a").observed(400, 181, 5).observed(180, 0, 0);
    Detected found = onTheFactsOf(idle).detect(DetectionRule.ZOMBIE).getFirst();
    Map<DetectionRule, Known> known =
        Map.of(
            DetectionRule.ZOMBIE,
            new Known(found, List.of(run(80, 70, ClearedBecause.DATA)), null));
    GroupBuilder used =
        aGroup("a").observed(400, 181, 5).observed(180, 151, 0).observed(150, 150, 5);

    assertThat(runs(idle, known)).isEmpty();
    assertThat(runs(used.observed(149, 0, 0), known))
        .containsExactly(run(80, 70, ClearedBecause.CORRECTED));
  }

  /** What was told late may show that it was idle for long enough, and used then. */
  @Test
  void aGroupThatWasUsedWhenItHadBeenIdleForLongWasAZombie() {
    GroupBuilder idle = aGroup("a").observed(400, 181, 5).observed(180, 0, 0);
    Detected found = onTheFactsOf(idle).detect(DetectionRule.ZOMBIE).getFirst();
    Known known = new Known(found, List.of(run(80, 70, ClearedBecause.DATA)), null);
    GroupBuilder used = aGroup("a").observed(400, 181, 5).observed(180, 91, 0).observed(90, 90, 5);

    assertThat(runs(used.observed(89, 0, 0), Map.of(DetectionRule.ZOMBIE, known))).isEmpty();
  }

  @Test
  void whatBeganBeforeTheDaysThatWereLookedAtIsSeenToBeCutOff() {
    GroupBuilder always = aGroup("a").observed(400, 0, 3);
    for (int ago = 160; ago > 100; ago -= 7) {
      always.asking(proofs(ago, 1));
    }
    ScanInput facts = onTheFactsOf(always).input();
    GroupFacts group = facts.groups().iterator().next();

    assertThat(LateJudgement.of(group, facts, THAT_DAY, daysAgo(130), Map.of()).isCutOff())
        .isTrue();
    assertThat(LateJudgement.of(group, facts, THAT_DAY, daysAgo(170), Map.of()))
        .returns(false, LateJudgement.Outcome::isCutOff)
        .satisfies(outcome ->
            assertThat(outcome.runs())
                .extracting(LateRun::run)
                .extracting(FoundRun::raisedOn)
                .containsExactly(daysAgo(160)));
  }

  /** A correction of long ago does not take back what is broken today. */
  @Test
  void whatIsBrokenTodayIsNotTakenBack() {
    FoundRun open = FoundRun.held(daysAgo(99), null, null);

    assertThat(runs(asked(0).asking(proofs(0, 1)), found(open))).isEmpty();
  }

  @Test
  void aRunThatEndsInAnExemptionSaysSo() {
    ScanInput exempted = exempt(asked(2).asking(proofs(80, 1)), 90);

    assertThat(runs(exempted, Map.of()))
        .containsExactly(run(100, 100 - WINDOW, ClearedBecause.EXEMPTION));
  }

  /** Since then, for a month or more. */
  private static ScanInput exempt(GroupBuilder group, int fromDaysAgo) {
    return onTheFactsOf(group)
        .exempting(
            DetectionRule.PROOF,
            new Scope.Unit(Fixtures.XINDIAN),
            daysAgo(fromDaysAgo),
            daysAgo(60))
        .input();
  }

  private static GroupBuilder asked(int proofs) {
    return aGroup("a").observed(200, 0, 3).asking(proofs(100, proofs));
  }

  private static Demands proofs(int daysAgo, int proofs) {
    return new Demands(daysAgo(daysAgo), 0, List.of(), 0, 0, 0, proofs, 0, null, 0);
  }

  private static FoundRun run(int fromDaysAgo, int toDaysAgo, ClearedBecause why) {
    return new FoundRun(
        daysAgo(fromDaysAgo),
        daysAgo(toDaysAgo),
        why,
        why == ClearedBecause.CORRECTED ? Fixtures.TODAY : null);
  }

  private static Map<DetectionRule, Known> found(FoundRun run) {
    return Map.of(DetectionRule.PROOF, new Known(finding(), List.of(run), null));
  }

  private static Detected finding() {
    LocalDate then = daysAgo(90);
    return onTheFactsOf(asked(2)).on(then).detect(DetectionRule.PROOF).getFirst();
  }

  private static List<FoundRun> runs(GroupBuilder group, Map<DetectionRule, Known> known) {
    return runs(onTheFactsOf(group).input(), known);
  }

  private static List<FoundRun> runs(ScanInput facts, Map<DetectionRule, Known> known) {
    GroupFacts group = facts.groups().iterator().next();
    List<FoundRun> runs = known.values().stream().flatMap(it -> it.runs().stream()).toList();
    LocalDate begin = THAT_DAY.begin(facts.ruleSets(), runs);
    LocalDate from = begin.isBefore(group.knownSince()) ? group.knownSince() : begin;
    return LateJudgement.of(group, facts, THAT_DAY, from, known).runs().stream()
        .map(LateRun::run)
        .toList();
  }
}
