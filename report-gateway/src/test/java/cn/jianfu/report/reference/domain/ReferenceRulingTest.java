package cn.jianfu.report.reference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.reference.domain.OrgUnit.PutOrgUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferenceRulingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final RuleNumbers NEEDED =
      new RuleNumbers(Map.of(), List.of("weight.M"), Map.of());
  private static final OrgUnit DISTRICT =
      accepted(OrgUnit.decide(null, put("350213000000", null), null));
  private static final OrgUnit TOWN =
      accepted(OrgUnit.decide(null, put("350213101000", "350213000000"), DISTRICT));

  @Test
  void aUnitStandsBelowItsParent() {
    assertThat(TOWN.path()).containsExactly("350213000000", "350213101000");
    assertThat(OrgTree.of(List.of(DISTRICT, TOWN)).within("350213101000", "350213000000")).isTrue();
    assertThat(OrgTree.of(List.of(DISTRICT, TOWN)).within("350213000000", "350213101000"))
        .isFalse();
  }

  @Test
  void aUnitIsNotPutBelowAnUnknownOneNorBelowItself() {
    assertThat(OrgUnit.decide(null, put("350213101000", "999999999999"), null))
        .isEqualTo(Ruling.declined(Refusal.PARENT_UNKNOWN, "/parent"));
    assertThat(OrgUnit.decide(null, put("350213101000", "350213101000"), TOWN))
        .isEqualTo(Ruling.declined(Refusal.PARENT_UNKNOWN, "/parent"));
  }

  @Test
  void puttingTheSameUnitTwiceSaysNothingNew() {
    assertThat(OrgUnit.decide(TOWN, put("350213101000", "350213000000"), DISTRICT))
        .isEqualTo(Ruling.unchanged());
  }

  @Test
  void aPublishedVersionOfTheRulesIsNeverChanged() {
    RuleSet first = ruleSet(1, TODAY.minusDays(300), "1");

    assertThat(RuleSet.decide(null, first, null, TODAY, NEEDED)).isEqualTo(Ruling.accepted(first));
    assertThat(RuleSet.decide(first, ruleSet(1, TODAY.minusDays(300), "1.0"), first, TODAY, NEEDED))
        .isEqualTo(Ruling.unchanged());
    assertThat(RuleSet.decide(first, ruleSet(1, TODAY.minusDays(300), "2"), first, TODAY, NEEDED))
        .isEqualTo(Ruling.declined(Refusal.VERSION_PUBLISHED, "/version"));
  }

  @Test
  void theNextVersionFollowsTheLatestAndDoesNotJudgeDaysThatAreOver() {
    RuleSet first = ruleSet(1, TODAY.minusDays(300), "1");

    assertThat(RuleSet.decide(null, ruleSet(3, TODAY, "1"), first, TODAY, NEEDED))
        .isEqualTo(Ruling.declined(Refusal.VERSION_NOT_NEXT, "/version"));
    assertThat(RuleSet.decide(null, ruleSet(2, TODAY.minusDays(1), "1"), first, TODAY, NEEDED))
        .isEqualTo(Ruling.declined(Refusal.EFFECTIVE_TOO_EARLY, "/effectiveFrom"));
    assertThat(RuleSet.decide(null, ruleSet(2, TODAY.plusDays(5), "1"), first, TODAY, NEEDED))
        .isInstanceOf(Ruling.Accepted.class);
  }

  @Test
  void theRulesOfADayAreTheNewestThatHadBegun() {
    RuleSets sets =
        RuleSets.of(List.of(ruleSet(2, TODAY.plusDays(5), "1"), ruleSet(1, TODAY, "1")));

    assertThat(sets.inForceOn(TODAY.minusDays(1))).isEmpty();
    assertThat(sets.inForceOn(TODAY.plusDays(4)).orElseThrow().version()).isEqualTo(1);
    assertThat(sets.inForceOn(TODAY.plusDays(5)).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void aCalendarNamesEachDayOnceAndOnlyItsOwn() {
    assertThat(WorkCalendar.decide(null, calendar(List.of(LocalDate.of(2027, 1, 1)), List.of())))
        .isEqualTo(Ruling.declined(Refusal.DAY_OF_ANOTHER_YEAR, "/holidays"));
    assertThat(WorkCalendar.decide(null, calendar(List.of(TODAY), List.of(TODAY))))
        .isEqualTo(Ruling.declined(Refusal.DAY_TWICE, "/makeUpWorkdays"));
  }

  @Test
  void makeUpDaysAreWorkedAndHolidaysAreNot() {
    WorkCalendars calendars =
        WorkCalendars.of(List.of(calendar(List.of(TODAY), List.of(LocalDate.of(2026, 11, 28)))));

    assertThat(calendars.isWorkday(TODAY)).isFalse();
    assertThat(calendars.isWorkday(LocalDate.of(2026, 11, 28))).isTrue();
    assertThat(calendars.isWorkday(LocalDate.of(2026, 11, 29))).isFalse();
    assertThat(calendars.isWorkday(LocalDate.of(2030, 11, 25))).isTrue();
  }

  @Test
  void inAYearWithoutHolidaysNoPostIsKnownToBeWithinWorkingHours() {
    Map<Integer, Integer> evening = Map.of(21, 3);
    WorkCalendars known = WorkCalendars.of(List.of(calendar(List.of(TODAY), List.of())));
    WorkCalendars begun = WorkCalendars.of(List.of(calendar(List.of(), List.of())));

    assertThat(known.outside(TODAY.plusDays(1), evening)).hasValue(3);
    assertThat(known.outside(TODAY.plusDays(1), Map.of())).hasValue(0);
    assertThat(begun.outside(TODAY.plusDays(1), evening)).isEmpty();
    assertThat(begun.outside(TODAY.plusDays(1), Map.of())).isEmpty();
  }

  @Test
  void anExemptionEndsAndARevokedOneStaysRevoked() {
    OrgTree units = OrgTree.of(List.of(DISTRICT, TOWN));
    RuleSets rules = RuleSets.of(List.of(ruleSet(1, TODAY, "1")));
    Exemption exemption = exemption(TODAY, TODAY.plusDays(3), null);
    Exemption revoked = exemption(TODAY, TODAY.plusDays(3), TODAY.plusDays(1));

    assertThat(
            Exemption.decide(null, exemption(TODAY, TODAY.minusDays(1), null), units, rules, TODAY))
        .isEqualTo(Ruling.declined(Refusal.ENDS_BEFORE_IT_BEGINS, "/to"));
    assertThat(Exemption.decide(revoked, exemption, units, rules, TODAY))
        .isEqualTo(Ruling.declined(Refusal.REVOKED, "/revokedOn"));
    assertThat(exemption.covers("G-ZOMB", "350213101000", List.of("g"), TODAY, units)).isTrue();
    assertThat(revoked.covers("G-ZOMB", "350213101000", List.of("g"), TODAY.plusDays(1), units))
        .isFalse();
    assertThat(exemption.covers("G-TEMP", "350213101000", List.of("g"), TODAY, units)).isFalse();
  }

  @Test
  void anExemptionLastsAYearAtMostAndALongerOneOfBeforeCanStillBeRevoked() {
    OrgTree units = OrgTree.of(List.of(DISTRICT, TOWN));
    RuleSets rules = RuleSets.of(List.of(ruleSet(1, TODAY, "1")));
    Exemption forEver = exemption(TODAY, LocalDate.of(9999, 12, 31), null);
    Exemption revoked = exemption(TODAY, LocalDate.of(9999, 12, 31), TODAY);

    assertThat(Exemption.decide(null, forEver, units, rules, TODAY))
        .isEqualTo(Ruling.declined(Refusal.LASTS_TOO_LONG, "/to"));
    assertThat(Exemption.decide(exemption(TODAY, TODAY, null), forEver, units, rules, TODAY))
        .isEqualTo(Ruling.declined(Refusal.LASTS_TOO_LONG, "/to"));
    assertThat(Exemption.decide(forEver, revoked, units, rules, TODAY))
        .isEqualTo(Ruling.accepted(revoked));
    Exemption ofAnotherRule =
        new Exemption("x", "G-TEMP", "350213000000", null, "防汛", "区防指", TODAY, forEver.to(), null);
    assertThat(Exemption.decide(forEver, ofAnotherRule, units, rules, TODAY))
        .as("what was accepted once is no blank cheque")
        .isEqualTo(Ruling.declined(Refusal.LASTS_TOO_LONG, "/to"));
    Exemption year = exemption(TODAY, TODAY.plusYears(1), null);
    assertThat(Exemption.decide(null, year, units, rules, TODAY)).isEqualTo(Ruling.accepted(year));
    Exemption next = exemption(TODAY.plusYears(1), TODAY.plusYears(2), null);
    assertThat(Exemption.decide(null, next, units, rules, TODAY))
        .as("years to come are not asked for today")
        .isEqualTo(Ruling.declined(Refusal.LASTS_TOO_LONG, "/to"));
  }

  @Test
  void anExemptionOfOneGroupSaysNothingOfAFindingThatNamesNone() {
    OrgTree units = OrgTree.of(List.of(DISTRICT, TOWN));
    Exemption ofOne =
        new Exemption(
            "e", "G-ZOMB", "350213101000", "g", "值守", "区委办", TODAY, TODAY.plusDays(3), null);

    assertThat(ofOne.covers("G-ZOMB", "350213101000", List.of("g"), TODAY, units)).isTrue();
    assertThat(ofOne.covers("G-ZOMB", "350213101000", List.of(), TODAY, units)).isFalse();
  }

  @Test
  void theOpeningOfARoundIsFixedAndAClosedRoundStaysClosed() {
    OrgTree units = OrgTree.of(List.of(DISTRICT));
    InspectionRound open = round(TODAY, null);

    assertThat(InspectionRound.decide(open, round(TODAY.minusDays(1), null), units))
        .isEqualTo(Ruling.declined(Refusal.OPENING_FIXED, "/openedOn"));
    assertThat(InspectionRound.decide(round(TODAY, TODAY), open, units))
        .isEqualTo(Ruling.declined(Refusal.CLOSED, "/closedOn"));
  }

  private static InspectionRound round(LocalDate opened, @Nullable LocalDate closed) {
    return new InspectionRound(
        "2026-1", "自查", "Self-check", "350213000000", opened, opened.plusDays(10), closed);
  }

  private static Exemption exemption(LocalDate from, LocalDate to, @Nullable LocalDate revokedOn) {
    return new Exemption("x", "G-ZOMB", "350213000000", null, "防汛", "区防指", from, to, revokedOn);
  }

  private static WorkCalendar calendar(List<LocalDate> holidays, List<LocalDate> makeUp) {
    return new WorkCalendar(2026, holidays, makeUp, LocalTime.of(8, 0), LocalTime.of(18, 0));
  }

  private static RuleSet ruleSet(int version, LocalDate from, String weight) {
    Map<String, BigDecimal> thresholds = new TreeMap<>();
    NEEDED.always().forEach(key -> thresholds.put(key, new BigDecimal(weight)));
    return new RuleSet(
        "district",
        version,
        from,
        Map.of("G-ZOMB", new Rule(true, "M", "僵尸群", "Zombie group", "", "", "", false)),
        thresholds,
        Map.of("group", BigDecimal.ONE));
  }

  private static PutOrgUnit put(String code, @Nullable String parent) {
    return new PutOrgUnit(
        code,
        code,
        code,
        OrgUnit.Level.TOWN,
        OrgUnit.Kind.PARTY_GOV,
        parent,
        null,
        LocalDate.of(2020, 1, 1),
        null);
  }

  private static <S> S accepted(Ruling<S> ruling) {
    return ((Ruling.Accepted<S>) ruling).next();
  }
}
