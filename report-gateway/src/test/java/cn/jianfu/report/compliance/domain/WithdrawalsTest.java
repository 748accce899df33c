package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.roundOpened;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.Fixtures.GroupBuilder;
import cn.jianfu.report.compliance.domain.Withdrawals.WithdrawalCount;
import cn.jianfu.report.compliance.domain.Withdrawals.Withdrawn;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.reference.domain.District;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was declared in error counts nowhere, and is told of nevertheless. */
class WithdrawalsTest {

  private static final LocalDate OPENED = TODAY.minusDays(20);
  private static final LocalDate ON = TODAY.minusDays(3);
  private static final District WITH_ROUND = district(rules().set(), roundOpened(OPENED));

  @Test
  void aGroupOfTheBaselineThatIsWithdrawnIsToldOfBesideTheRateWithoutIt() {
    GroupFact gone = aGroup("gone").filed(OPENED.minusDays(90)).dissolved(OPENED).known();
    GroupFact kept = aGroup("kept").filed(OPENED.minusDays(90)).known();
    TownFacts facts = facts(List.of(wrong("wrong").known(), gone, kept), List.of(), List.of());

    assertThat(m03(facts, ON.minusDays(1)).details()).doesNotContainKey("withdrawn");
    assertThat(m03(facts, ON).details().get("withdrawn")).isEqualByComparingTo("1");
    assertThat(m03(facts, ON).denominator()).isEqualTo(2);
    assertThat(Withdrawals.of(facts, ON))
        .returns(OPENED, Withdrawals::from)
        .returns("2026-1", Withdrawals::round)
        .returns(1, Withdrawals::total)
        .returns(1, Withdrawals::ofBaseline)
        .returns(0, Withdrawals::whileOpen);
    assertThat(Withdrawals.of(facts, ON).groups())
        .singleElement()
        .returns("群wrong", Withdrawn::name)
        .returns(OPENED.minusDays(9), Withdrawn::declaredOn)
        .returns(ON, Withdrawn::withdrawnOn)
        .returns(false, Withdrawn::declaredAgain);
    assertThat(Withdrawals.of(facts, ON.minusDays(1)).groups()).isEmpty();
    assertThat(Withdrawals.count(facts, TODAY)).isEqualTo(new WithdrawalCount(1, ON));
    assertThat(Withdrawals.count(facts, ON.minusDays(1))).isNull();
  }

  @Test
  void whatWasDeclaredAndWithdrawnWithinTheRoundIsNoneOfItsBaseline() {
    GroupFact late =
        aGroup("late").filed(OPENED.plusDays(1)).entered(GroupState.WITHDRAWN, ON).known();
    TownFacts facts = facts(List.of(late), List.of(), List.of());

    assertThat(Withdrawals.of(facts, TODAY)).returns(1, Withdrawals::total);
    assertThat(Withdrawals.of(facts, TODAY)).returns(0, Withdrawals::ofBaseline);
    assertThat(m03(facts, TODAY).details()).doesNotContainKey("withdrawn");
  }

  @Test
  void whatWasWithdrawnBeforeTheRoundOrIsAnotherGroupIsNotToldOf() {
    GroupFact before =
        aGroup("before")
            .filed(OPENED.minusDays(9))
            .entered(GroupState.WITHDRAWN, OPENED.minusDays(1))
            .known();
    GroupFact joined =
        aGroup("joined").filed(OPENED.minusDays(9)).entered(GroupState.JOINED, ON).known();

    TownFacts facts = facts(List.of(before, joined), List.of(), List.of());
    assertThat(Withdrawals.of(facts, TODAY).total()).isZero();
    assertThat(Withdrawals.count(facts, TODAY)).isNull();
  }

  @Test
  void withoutARoundTheLastDaysAreLookedAt() {
    GroupFact first = withdrawn("first", TODAY.minusDays(89));
    GroupFact old = withdrawn("old", TODAY.minusDays(90));
    TownFacts facts = facts(district(rules().set()), List.of(first, old), List.of(), List.of());

    assertThat(Withdrawals.of(facts, TODAY))
        .returns(TODAY.minusDays(89), Withdrawals::from)
        .returns(null, Withdrawals::round)
        .returns(0, Withdrawals::ofBaseline);
    assertThat(Withdrawals.of(facts, TODAY).groups())
        .extracting(Withdrawn::groupId)
        .containsExactly("first");
  }

  @Test
  void declaredAnewItsWithdrawalIsStillToldOf() {
    GroupFact again = wrong("again").entered(GroupState.DECLARED, ON.plusDays(1)).known();
    TownFacts facts = facts(List.of(again), List.of(), List.of());

    assertThat(Withdrawals.of(facts, ON).groups())
        .singleElement()
        .returns(false, Withdrawn::declaredAgain);
    assertThat(Withdrawals.of(facts, TODAY).groups())
        .singleElement()
        .returns(true, Withdrawn::declaredAgain)
        .returns(true, Withdrawn::ofBaseline);
  }

  @Test
  void whatWasOpenAboutItThenIsToldOfByItsRule() {
    FindingFact cleared =
        aFinding("G-TEMP", "a").raised(OPENED).cleared(ON.plusDays(1), "WITHDRAWN").known();
    FindingFact atOnce = aFinding("G-REG", "b").raised(OPENED).cleared(ON, "WITHDRAWN").known();
    FindingFact stillOpen = aFinding("G-DUP", "b", "kept").raised(OPENED).known();
    FindingFact putRight = aFinding("G-ZOMB", "a").raised(OPENED).cleared(ON.minusDays(1)).known();
    FindingFact dismissed =
        aFinding("G-TEMP", "c")
            .raised(OPENED)
            .judged(Verdict.DISMISSED, OPENED.plusDays(1))
            .cleared(ON, "WITHDRAWN")
            .known();
    Withdrawals told =
        Withdrawals.of(
            facts(
                List.of(wrong("a").known(), wrong("b").known(), wrong("c").known()),
                List.of(stillOpen, putRight),
                List.of(cleared, atOnce, dismissed)),
            TODAY);

    assertThat(told.groups())
        .extracting(Withdrawn::openRules)
        .containsExactly(List.of("G-TEMP"), List.of("G-DUP", "G-REG"), List.of());
    assertThat(told).returns(3, Withdrawals::total).returns(2, Withdrawals::whileOpen);
  }

  @Test
  void whoWithdrewItIsToldWhereItIsKnown() {
    Withdrawal.WithdrawnBy office = new Withdrawal.WithdrawnBy("town-office", XINDIAN);
    GroupFact wrong = wrong("wrong").known();

    assertThat(by(wrong)).isNull();
    assertThat(by(wrong.withdrawnBy(Map.of(ON.minusDays(1), office)))).isNull();
    assertThat(by(wrong.withdrawnBy(Map.of(ON, office)))).isEqualTo(office);
  }

  private static Withdrawal.@Nullable WithdrawnBy by(GroupFact group) {
    return Withdrawals.of(facts(List.of(group), List.of(), List.of()), TODAY)
        .groups()
        .getFirst()
        .by();
  }

  private static GroupBuilder wrong(String id) {
    return aGroup(id).filed(OPENED.minusDays(9)).entered(GroupState.WITHDRAWN, ON);
  }

  private static GroupFact withdrawn(String id, LocalDate on) {
    return aGroup(id).filed(on.minusDays(9)).entered(GroupState.WITHDRAWN, on).known();
  }

  private static Metric m03(TownFacts facts, LocalDate day) {
    return WorkedExamplesTest.metric(Calculator.of(facts, day), "M03");
  }

  private static TownFacts facts(
      List<GroupFact> groups, List<FindingFact> findings, List<FindingFact> mistaken) {
    return facts(WITH_ROUND, groups, findings, mistaken);
  }

  private static TownFacts facts(
      District district,
      List<GroupFact> groups,
      List<FindingFact> findings,
      List<FindingFact> mistaken) {
    return new TownFacts(
        XINDIAN, district, groups, findings, List.of(), List.of(), List.of(), List.of(), mistaken);
  }
}
