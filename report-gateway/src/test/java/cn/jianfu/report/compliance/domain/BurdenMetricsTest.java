package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BurdenMetricsTest {

  private static final LocalDate LONG_AGO = TODAY.minusDays(150);

  @Test
  void whatPeopleHadToTypeIsCountedOverAMonth() {
    GroupFact group =
        aGroup("g")
            .filed(LONG_AGO)
            .byHand(TODAY, Handwork.FILLED_IN, Handwork.DECIDED)
            .byHand(TODAY.minusDays(29), Handwork.FILLED_IN)
            .byHand(TODAY.minusDays(30), Handwork.FILLED_IN)
            .known();
    FindingFact contested =
        aFinding("G-ZOMB", "g").raised(TODAY.minusDays(9)).contested(TODAY.minusDays(2)).known();

    Metric metric = m61(TODAY, List.of(group), List.of(contested), answers(TODAY, 40, 4));

    assertThat(metric.numerator()).isEqualTo(2 + 1 + 4 + 1);
    assertThat(metric.value()).isEqualByComparingTo("8");
    assertThat(metric.denominator()).isNull();
    assertThat(metric.from()).isEqualTo(TODAY.minusDays(29));
    assertThat(number(metric, "typed.groups")).isEqualTo(2);
    assertThat(number(metric, "typed.decisions")).isEqualTo(1);
    assertThat(number(metric, "typed.selfCheck")).isEqualTo(4);
    assertThat(number(metric, "typed.contests")).isEqualTo(1);
  }

  @Test
  void whatWasTypedAboutAnEntryThatIsAnotherGroupOrNoneWasTypedAllTheSame() {
    GroupFact joined =
        aGroup("reg")
            .filed(LONG_AGO)
            .byHand(TODAY.minusDays(3), Handwork.FILLED_IN)
            .entered(GroupState.JOINED, TODAY.minusDays(1))
            .known();
    GroupFact withdrawn =
        aGroup("error")
            .byHand(TODAY.minusDays(2), Handwork.FILLED_IN)
            .entered(GroupState.WITHDRAWN, TODAY)
            .known();

    assertThat(m61(TODAY, List.of(joined, withdrawn), List.of(), answers(TODAY, 0, 0)).numerator())
        .isEqualTo(2);
  }

  @Test
  void whatWasToBeSaidAboutARegisterOrASecretIsTyped() {
    TownFacts facts =
        new TownFacts(
            XINDIAN,
            district(rules().with("G-ZOMB", "M").set()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                typed(TypedFact.Kind.IMPORT, "one", TODAY.minusDays(29), 3),
                typed(TypedFact.Kind.IMPORT, "two", TODAY.minusDays(30), 5),
                typed(TypedFact.Kind.SECRECY, XINDIAN, TODAY, 2)));

    Metric metric = WorkedExamplesTest.metric(Calculator.of(facts, TODAY), "M61");

    assertThat(metric.numerator()).isEqualTo(3 + 2);
    assertThat(number(metric, "typed.imports")).isEqualTo(3);
    assertThat(number(metric, "typed.secrecy")).isEqualTo(2);
  }

  @Test
  void agreeingToWhatIsPrefilledIsNoTypingAndIsShownBeside() {
    Metric metric = m61(TODAY, List.of(), List.of(), answers(TODAY, 40, 0));

    assertThat(metric.numerator()).isZero();
    assertThat(number(metric, "prefilled.agreed")).isEqualTo(40);
    assertThat(number(metric, "prefilled.answered")).isEqualTo(40);
  }

  @Test
  void whatIsTypedLaterIsNotInAnEarlierDay() {
    GroupFact group = aGroup("g").filed(LONG_AGO).byHand(TODAY, Handwork.FILLED_IN).known();

    assertThat(m61(TODAY.minusDays(1), List.of(group), List.of(), answers(TODAY, 1, 1)).numerator())
        .isZero();
  }

  @Test
  void anAnswerOfAnUnknownDayIsUnknownAndNotGuessed() {
    SelfCheckFact undated =
        new SelfCheckFact("2026-1", XINDIAN, new TreeMap<>(), new TreeMap<>(), 4);

    Metric metric = m61(TODAY, List.of(), List.of(), undated);

    assertThat(metric.numerator()).isZero();
    assertThat(metric.unknown()).isEqualTo(4);
  }

  private static TypedFact typed(TypedFact.Kind kind, String id, LocalDate day, int items) {
    return new TypedFact(kind, id, new TreeMap<>(Map.of(day, items)));
  }

  private static SelfCheckFact answers(LocalDate day, int agreed, int contested) {
    return new SelfCheckFact(
        "2026-1",
        XINDIAN,
        new TreeMap<>(Map.of(day, agreed)),
        new TreeMap<>(Map.of(day, contested)),
        0);
  }

  private static long number(Metric metric, String name) {
    return metric.details().getOrDefault(name, BigDecimal.valueOf(-1)).longValue();
  }

  private static Metric m61(
      LocalDate day, List<GroupFact> groups, List<FindingFact> findings, SelfCheckFact answers) {
    TownFacts facts =
        new TownFacts(
            XINDIAN,
            district(rules().with("G-ZOMB", "M").set()),
            groups,
            findings,
            List.of(),
            List.of(),
            List.of(answers),
            List.of());
    return WorkedExamplesTest.metric(Calculator.of(facts, day), "M61");
  }
}
