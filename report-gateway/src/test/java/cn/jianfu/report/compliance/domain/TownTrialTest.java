package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.TownTrial.OfRule;
import cn.jianfu.report.compliance.domain.TownTrial.Standings;
import cn.jianfu.report.compliance.domain.TownTrial.Subjects;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.reference.domain.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A trial's town is what the calculator makes of it when what is tried has come true. */
class TownTrialTest {

  private static final RuleSet RULES =
      rules().with("G-ZOMB", "M").with("G-LEAVE", "m").threshold("judged.minimum", "0.7").set();
  private static final Map<String, Integer> TEN_OF_EACH = Map.of("G-ZOMB", 10, "G-LEAVE", 10);

  @Property
  void theNumbersInForceChangeNoIndexWhateverIsKnown(
      @ForAll @IntRange(max = 10) int open,
      @ForAll @IntRange(max = 10) int dismissed,
      @ForAll @IntRange(max = 20) int exposed,
      @ForAll @IntRange(max = 20) int unjudged) {
    TownFacts town =
        town(
            RULES,
            findings(open, dismissed),
            Map.of("G-ZOMB", exposed),
            Map.of("G-ZOMB", unjudged));

    assertThat(new TownTrial(RULES.trying(Map.of(), Map.of()), List.of()).of(town, TODAY).differ())
        .isFalse();
    assertThat(new TownTrial(RULES, List.of(zombies(Set.of(), Set.of()))).of(town, TODAY).differ())
        .isFalse();
  }

  @Property
  void thenIsWhatTheCalculatorSaysWhenItHasComeTrue(
      @ForAll @IntRange(max = 6) int open,
      @ForAll @IntRange(max = 6) int dismissed,
      @ForAll @IntRange(max = 6) int raised,
      @ForAll @IntRange(max = 6) int cleared,
      @ForAll @IntRange(min = 1, max = 20) int exposed,
      @ForAll @IntRange(max = 20) int unjudged) {
    List<FindingFact> before = findings(open, dismissed);
    List<FindingFact> came = new ArrayList<>();
    for (int at = 0; at < raised; at++) {
      came.add(aFinding("G-ZOMB", "new" + at).raised(TODAY).known());
    }
    List<FindingFact> gone = before.subList(0, Math.min(cleared, before.size()));
    List<FindingFact> after = new ArrayList<>(before.subList(gone.size(), before.size()));
    after.addAll(came);

    Standings told =
        new TownTrial(
                RULES,
                List.of(
                    new OfRule("G-ZOMB", ids(came), ids(gone), new Subjects(exposed, unjudged))))
            .of(town(RULES, before, TEN_OF_EACH, Map.of()), TODAY);

    TownCompliance comeTrue =
        Calculator.of(
            town(
                RULES, after, Map.of("G-ZOMB", exposed, "G-LEAVE", 10), Map.of("G-ZOMB", unjudged)),
            TODAY);
    assertThat(told.then())
        .isEqualTo(
            new Standing(
                comeTrue.band(),
                comeTrue.greyBecause(),
                comeTrue.score().raw(),
                comeTrue.score().effective()));
  }

  @Test
  void aDismissedFindingThatIsClearedChangesTheRawIndexAlone() {
    FindingFact dismissed = dismissed("a");
    Standings told =
        trial(Set.of(), ids(List.of(dismissed)))
            .of(town(RULES, List.of(dismissed), TEN_OF_EACH, Map.of()), TODAY);

    assertThat(told.now().raw()).isEqualByComparingTo("93.3");
    assertThat(told.then().raw()).isEqualByComparingTo("100");
    assertThat(told.then().effective()).isEqualTo(told.now().effective());
  }

  @Test
  void aDismissedFindingThatComesBackStaysDismissed() {
    FindingFact dismissed =
        aFinding("G-ZOMB", "a")
            .raised(TODAY.minusDays(20))
            .judged(Verdict.DISMISSED, TODAY.minusDays(15))
            .cleared(TODAY.minusDays(10))
            .known();
    Standings told =
        trial(ids(List.of(dismissed)), Set.of())
            .of(town(RULES, List.of(dismissed), TEN_OF_EACH, Map.of()), TODAY);

    assertThat(told.then().raw()).isEqualByComparingTo("93.3");
    assertThat(told.then().effective()).isEqualTo(told.now().effective());
  }

  @Test
  void aConfirmedBlockerThatIsClearedCapsNoLonger() {
    RuleSet rules = rules().with("G-SECRET", "B").with("G-ZOMB", "M").set();
    FindingFact blocker = confirmedBlocker();
    Standings told =
        new TownTrial(rules, List.of(new OfRule("G-SECRET", Set.of(), ids(List.of(blocker)), null)))
            .of(town(rules, List.of(blocker), Map.of("G-SECRET", 40, "G-ZOMB", 40), null), TODAY);

    assertThat(told.now().effective()).isEqualByComparingTo("59");
    assertThat(told.now().band()).isEqualTo(Band.RED);
    assertThat(told.then().effective()).isEqualByComparingTo("100");
    assertThat(told.then().band()).isEqualTo(Band.GREEN);
  }

  @Test
  void aConfirmedBlockerThatIsToldAsNewsStaysConfirmed() {
    RuleSet rules = rules().with("G-SECRET", "B").with("G-ZOMB", "M").set();
    FindingFact blocker = confirmedBlocker();
    Standings told =
        new TownTrial(rules, List.of(new OfRule("G-SECRET", ids(List.of(blocker)), Set.of(), null)))
            .of(town(rules, List.of(blocker), Map.of("G-SECRET", 40, "G-ZOMB", 40), null), TODAY);

    assertThat(told.then()).isEqualTo(told.now());
    assertThat(told.then().effective()).isEqualByComparingTo("59");
  }

  @Test
  void aRuleThatCouldJudgeTooLittleMakesTheTownGrey() {
    Standings told =
        new TownTrial(RULES, List.of(new OfRule("G-ZOMB", Set.of(), Set.of(), new Subjects(4, 6))))
            .of(town(RULES, List.of(), TEN_OF_EACH, Map.of()), TODAY);

    assertThat(told.now().band()).isEqualTo(Band.GREEN);
    assertThat(told.then().band()).isEqualTo(Band.GREY);
    assertThat(told.then().greyBecause()).isEqualTo(GreyBecause.TOO_LITTLE_JUDGED);
    assertThat(told.then().shown()).isNull();
  }

  @Test
  void whatNobodyCountedStaysUncounted() {
    Standings told =
        new TownTrial(RULES, List.of(new OfRule("G-ZOMB", Set.of(), Set.of(), new Subjects(4, 6))))
            .of(town(RULES, List.of(), TEN_OF_EACH, null), TODAY);

    assertThat(told.then().band()).isEqualTo(Band.GREEN);
  }

  @Test
  void aRuleThatIsSwitchedOffLeavesTheIndex() {
    FindingFact open = aFinding("G-ZOMB", "a").raised(TODAY.minusDays(3)).known();
    Standings told =
        new TownTrial(
                RULES.trying(Map.of(), Map.of("G-ZOMB", false)),
                List.of(new OfRule("G-ZOMB", Set.of(), ids(List.of(open)), new Subjects(0, 0))))
            .of(town(RULES, List.of(open), TEN_OF_EACH, Map.of()), TODAY);

    assertThat(told.now().effective()).isEqualByComparingTo("93.3");
    assertThat(told.then().effective()).isEqualByComparingTo("100");
  }

  @Test
  void aMarkOfTheBandsIsTriedByTheSameCalculator() {
    FindingFact open = aFinding("G-ZOMB", "a").raised(TODAY.minusDays(3)).known();
    Standings told =
        new TownTrial(RULES.trying(Map.of("band.green", new BigDecimal("95")), Map.of()), List.of())
            .of(town(RULES, List.of(open), TEN_OF_EACH, Map.of()), TODAY);

    assertThat(told.now().band()).isEqualTo(Band.GREEN);
    assertThat(told.then().band()).isEqualTo(Band.YELLOW);
    assertThat(told.then().effective()).isEqualTo(told.now().effective());
  }

  @Test
  void whatIsToldAsNewsAndIsKnownAlreadyCountsOnce() {
    FindingFact open = aFinding("G-ZOMB", "a").raised(TODAY.minusDays(3)).known();
    TownFacts town = town(RULES, List.of(open), TEN_OF_EACH, Map.of());

    assertThat(trial(ids(List.of(open)), Set.of()).of(town, TODAY).differ()).isFalse();
    assertThat(trial(Set.of(), Set.of("never heard of")).of(town, TODAY).differ()).isFalse();
  }

  private static TownTrial trial(Set<String> raised, Set<String> cleared) {
    return new TownTrial(RULES, List.of(zombies(raised, cleared)));
  }

  private static OfRule zombies(Set<String> raised, Set<String> cleared) {
    return new OfRule("G-ZOMB", raised, cleared, null);
  }

  private static Set<String> ids(List<FindingFact> findings) {
    return Set.copyOf(findings.stream().map(it -> it.detected().findingId()).toList());
  }

  private static List<FindingFact> findings(int open, int dismissed) {
    List<FindingFact> findings = new ArrayList<>();
    for (int at = 0; at < Math.max(open, dismissed); at++) {
      if (at < dismissed) {
        findings.add(dismissed("dismissed" + at));
      }
      if (at < open) {
        findings.add(aFinding("G-ZOMB", "open" + at).raised(TODAY.minusDays(9)).known());
      }
    }
    return findings;
  }

  private static FindingFact confirmedBlocker() {
    return aFinding("G-SECRET", "a")
        .severity(Severity.BLOCKER)
        .raised(TODAY.minusDays(20))
        .judged(Verdict.CONFIRMED, TODAY.minusDays(15))
        .known();
  }

  private static FindingFact dismissed(String group) {
    return aFinding("G-ZOMB", group)
        .raised(TODAY.minusDays(20))
        .judged(Verdict.DISMISSED, TODAY.minusDays(15))
        .known();
  }

  private static TownFacts town(
      RuleSet rules,
      List<FindingFact> findings,
      Map<String, Integer> exposure,
      @Nullable Map<String, Integer> unjudged) {
    TreeMap<LocalDate, LoadFact.Summary> days = new TreeMap<>();
    days.put(
        TODAY.minusDays(100),
        new LoadFact.Summary(new TreeMap<>(Map.of(1, 9)), exposure, unjudged, Map.of()));
    return new TownFacts(
        XINDIAN,
        district(rules),
        List.of(aGroup("a").filed(TODAY.minusDays(120)).countersFor(120, TODAY, 5).known()),
        findings,
        List.of(new LoadFact(XINDIAN, true, days)),
        List.of(),
        List.of(),
        List.of());
  }
}
