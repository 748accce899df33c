package cn.jianfu.report.reference;

import static cn.jianfu.testkit.Golden.assertMatches;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.supervision.FindingBoundsV1;
import cn.jianfu.contracts.supervision.FindingContestedV1;
import cn.jianfu.contracts.supervision.FindingHandledV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleNumbers;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.reference.domain.Ruling;
import cn.jianfu.report.reference.domain.WorkCalendar;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class PublishedReferenceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 8);
  private static final ActorV1 ADMIN =
      new ActorV1("http://127.0.0.1:9000", "u-7", "district-admin", "350213000000");

  @Test
  void anOrgUnitIsPublishedAsTheGoldenFileSays() {
    published(
        ReferenceKind.ORG_UNIT,
        new OrgUnit(
            "350213101000",
            "新店镇",
            "Xindian Town",
            OrgUnit.Level.TOWN,
            OrgUnit.Kind.PARTY_GOV,
            "350213000000",
            List.of("350213000000", "350213101000"),
            "综合",
            LocalDate.of(2003, 10, 19),
            null));
  }

  @Test
  void aCalendarIsPublishedAsTheGoldenFileSays() {
    published(
        ReferenceKind.CALENDAR,
        new WorkCalendar(
            2026,
            List.of(LocalDate.of(2026, 10, 1)),
            List.of(LocalDate.of(2026, 10, 10)),
            LocalTime.of(8, 0),
            LocalTime.of(18, 0)));
  }

  @Test
  void aRuleSetIsPublishedAsTheGoldenFileSays() {
    published(
        ReferenceKind.RULE_SET,
        new RuleSet(
            "district",
            2,
            DAY,
            Map.of(
                "G-ZOMB",
                new Rule(
                    true,
                    "M",
                    "僵尸群",
                    "Zombie group",
                    "长期闲置的工作群应予解散。",
                    "An unused group is dissolved.",
                    "R3",
                    false)),
            Map.of(
                "zombie.idleDays",
                new BigDecimal("60"),
                "overlap.crossJaccard",
                new BigDecimal("0.5")),
            Map.of("group", new BigDecimal("0.3"))));
  }

  @Test
  void anExemptionIsPublishedAsTheGoldenFileSays() {
    published(
        ReferenceKind.EXEMPTION,
        new Exemption(
            "flood-2026",
            "G-HOURS",
            "350213000000",
            null,
            "防汛Ⅰ级响应",
            "区防汛抗旱指挥部",
            DAY,
            DAY.plusDays(7),
            DAY.plusDays(5)));
  }

  @Test
  void aRoundIsPublishedAsTheGoldenFileSays() {
    published(
        ReferenceKind.ROUND,
        new InspectionRound(
            "2026-q4",
            "四季度工作群自查",
            "Self-check of work groups, fourth quarter",
            "350213000000",
            DAY,
            DAY.plusDays(30),
            null));
  }

  @Test
  void aContestIsPublishedAsTheGoldenFileSays() {
    FindingContestedV1 contested =
        new FindingContestedV1(
            "f-1",
            "350213101901",
            "350213101000",
            "防汛备用群，汛期启用",
            ADMIN,
            Instant.parse("2026-10-07T01:02:03Z"));

    assertMatches(typeOf(contested, FindingContestedV1.class), contested);
  }

  @Test
  void aJudgementIsPublishedAsTheGoldenFileSays() {
    FindingHandledV1 handled =
        new FindingHandledV1(
            "f-1",
            "DISMISSED",
            "防汛群，非僵尸群",
            ADMIN,
            Instant.parse("2026-10-08T01:02:03Z"),
            new FindingBoundsV1("M", 1, Map.of("count", new BigDecimal("6.0"))));

    assertMatches(typeOf(handled, FindingHandledV1.class), handled);
  }

  @Test
  void theDefaultRuleSetIsAccepted() throws IOException {
    RuleSetV1 seed =
        EventJson.read(
            new ClassPathResource("seed/rule-set.json").getContentAsByteArray(), RuleSetV1.class);

    RuleNumbers needed =
        ReferenceSeed.read(new ClassPathResource("rule-numbers.json"), RuleNumbers.class);

    assertThat(RuleSet.decide(null, ReferenceContracts.read(seed), null, DAY, needed))
        .isInstanceOf(Ruling.Accepted.class);
    assertThat(needed.numbers()).containsKeys(seed.thresholds().keySet().toArray(String[]::new));
    assertThat(seed.rules()).containsKeys(needed.rules().keySet().toArray(String[]::new));
    assertThat(seed.rules()).hasSize(22).allSatisfy((id, _) -> assertThat(id).startsWith("G-"));
    assertThat(seed.rules().values()).noneMatch(rule -> rule.basisConfirmed());
  }

  private static <S, V> void published(ReferenceKind<S, V> kind, S state) {
    V contract = kind.toContract().apply(state);
    Object event = kind.event().apply(contract, ADMIN);

    assertGolden(event);
    assertThat(kind.toState().apply(contract)).isEqualTo(state);
  }

  @SuppressWarnings("unchecked")
  private static <E> void assertGolden(E event) {
    assertMatches(typeOf(event, (Class<E>) event.getClass()), event);
  }

  @SuppressWarnings("unchecked")
  private static <E> EventType<E> typeOf(E event, Class<E> ignored) {
    EventType<?> type = EventCatalogue.of(event);
    assertThat(type.payload()).isEqualTo(ignored);
    return (EventType<E>) type;
  }
}
