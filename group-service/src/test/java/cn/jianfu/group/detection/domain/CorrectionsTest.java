package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.FindingChanges.Cleared;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A number that is put right is not a fault that is put right. */
class CorrectionsTest {

  private static final RuleSet RULES = rules();
  private static final int WINDOW = RULES.thresholds().wholeNumber("counters.windowDays");

  @Test
  void demandsThatWereCountedWrongNeverWere() {
    List<Detected> open = found(asking(3));

    assertThat(cleared(open, asking(0))).containsExactly(ClearedBecause.CORRECTED);
  }

  @Test
  void demandsThatAreNotMadeAnyMoreArePutRight() {
    List<Detected> open = found(asking(3));
    GroupBuilder later = aGroup("a").observed(40, -WINDOW, 3).asking(proofs(3, 3));

    assertThat(cleared(open, onTheFactsOf(later).on(daysAgo(-WINDOW))))
        .containsExactly(ClearedBecause.DATA);
  }

  /** What came before the day that was counted wrong did break the rule. */
  @Test
  void ofTwoDaysOneThatWasCountedRightIsPutRight() {
    List<Detected> open = found(onTheFactsOf(used().asking(proofs(20, 1)).asking(proofs(3, 3))));
    GroupBuilder corrected = aGroup("a").observed(40, -15, 3);

    assertThat(
            cleared(
                open,
                onTheFactsOf(corrected.asking(proofs(20, 1)).asking(proofs(3, 0)))
                    .on(daysAgo(20 - WINDOW))))
        .containsExactly(ClearedBecause.DATA);
  }

  @Test
  void aGroupThatWasInUseWhenItWasSaidToBeIdleNeverWasAZombie() {
    List<Detected> open = found(onTheFactsOf(idle()));

    assertThat(cleared(open, onTheFactsOf(idle().observed(30, 30, 5))))
        .containsExactly(ClearedBecause.CORRECTED);
    assertThat(cleared(open, onTheFactsOf(idle().observed(1, 1, 5))))
        .containsExactly(ClearedBecause.DATA);
  }

  /** Who writes a later day of founding has not used the group. */
  @Test
  void aGroupThatIsSaidToBeYoungerIsNotPutRight() {
    List<Detected> open = found(onTheFactsOf(idle()));

    assertThat(cleared(open, onTheFactsOf(idle().createdOn(daysAgo(1)))))
        .containsExactly(ClearedBecause.RELABELLED);
  }

  @Test
  void acknowledgementsThatWereCountedWrongAreNoDrift() {
    List<Detected> open = found(onTheFactsOf(aGroup("a").counted(40, 0, 10, 9)));

    assertThat(cleared(open, onTheFactsOf(aGroup("a").counted(40, 0, 10, 1))))
        .containsExactly(ClearedBecause.CORRECTED);
    // The weeks after them are others.
    assertThat(
            cleared(
                open,
                onTheFactsOf(aGroup("a").counted(40, 0, 10, 9).counted(-1, -40, 10, 1))
                    .on(daysAgo(-41))))
        .containsExactly(ClearedBecause.DATA);
  }

  @Test
  void messagesThatWereCountedWrongAreNoFlood() {
    List<Detected> open = found(merged(500));

    assertThat(cleared(open, merged(5))).containsExactly(ClearedBecause.CORRECTED);
  }

  @Test
  void useAfterTheEndThatWasCountedWrongNeverWas() {
    List<Detected> open =
        found(
            onTheFactsOf(
                aGroup("a").endedOn(daysAgo(40)).counted(60, 41, 5, 0).counted(3, 3, 9, 0)));

    assertThat(open).extracting(Detected::rule).containsExactly(DetectionRule.NOT_EXECUTED);
    assertThat(
            cleared(
                open,
                onTheFactsOf(
                    aGroup("a").endedOn(daysAgo(40)).counted(60, 41, 5, 0).counted(3, 3, 0, 0))))
        .containsExactly(ClearedBecause.CORRECTED);
  }

  private static ScanBuilder asking(int proofs) {
    return onTheFactsOf(used().asking(proofs(3, proofs)));
  }

  private static GroupBuilder used() {
    return aGroup("a").observed(40, 0, 3);
  }

  private static GroupBuilder idle() {
    return aGroup("a").observed(120, 80, 3).observed(79, 31, 0).observed(29, 2, 0);
  }

  private static ScanBuilder merged(int messages) {
    GroupBuilder into = aGroup("into").counted(60, 0, messages, 0);
    return onTheFactsOf(into, aGroup("old").mergedInto(into, daysAgo(50)));
  }

  private static Demands proofs(int daysAgo, int proofs) {
    LocalDate day = daysAgo(daysAgo);
    return new Demands(day, 0, List.of(), 0, 0, 0, proofs, 0, null, 0);
  }

  private static List<Detected> found(ScanBuilder facts) {
    List<Detected> found = facts.scan(RULES).detected();
    assertThat(found).hasSize(1);
    return found;
  }

  private static List<ClearedBecause> cleared(List<Detected> open, ScanBuilder facts) {
    ScanInput input = facts.input();
    return FindingChanges.between(
            open, DetectionScan.scan(RULES, input), input, Map.of(RULES.key(), RULES)::get)
        .cleared()
        .stream()
        .map(Cleared::why)
        .toList();
  }
}
