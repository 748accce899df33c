package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Demands.UNTOLD;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.Exemption.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** G-HOURS, G-INST, G-DUMP, G-TRACE and G-NOTICE. Today is a Tuesday. */
class DemandRulesTest {

  private static final LocalDate MONDAY = daysAgo(1);
  private static final LocalDate MADE_UP_SUNDAY = daysAgo(2);
  private static final LocalDate SATURDAY = daysAgo(3);
  private static final LocalDate HOLIDAY = daysAgo(11);

  @Test
  void anEveningOnAWorkdayIsOutsideWorkingHoursAndTheDayIsNot() {
    assertThat(offHours(posts(MONDAY, 20, 2))).hasSize(1);
    assertThat(offHours(posts(MONDAY, 8, 5))).isEmpty();
    assertThat(offHours(posts(MONDAY, 17, 5))).isEmpty();
    assertThat(offHours(posts(MONDAY, 18, 1))).hasSize(1);
    assertThat(offHours(posts(MONDAY, 7, 1))).hasSize(1);
  }

  @Test
  void weekendsAndHolidaysAreOutsideAndMakeUpWorkdaysAreNot() {
    assertThat(offHours(posts(SATURDAY, 10, 1))).hasSize(1);
    assertThat(offHours(posts(HOLIDAY, 10, 1))).hasSize(1);
    assertThat(offHours(posts(MADE_UP_SUNDAY, 10, 1))).isEmpty();
    assertThat(offHours(posts(MADE_UP_SUNDAY, 21, 1))).hasSize(1);
  }

  @Test
  void emergenciesAreExcepted() {
    assertThat(offHours(new Demands(MONDAY, 2, hours(22, 2), 2, 0, 0, 0, 0, null, 0))).isEmpty();
    assertThat(offHours(new Demands(MONDAY, 3, hours(22, 3), 2, 0, 0, 0, 0, null, 0)))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("times", number(1))
                .containsEntry("days", number(1))
                .containsEntry("lastOn", new Evidence.Value.Day(MONDAY)));
  }

  @Test
  void withoutHoursOrWithoutTheYearsHolidaysNothingCanBeSaid() {
    GroupBuilder noHours = used().asking(new Demands(MONDAY, 2, List.of(), 0, 0, 0, 0, 0, null, 0));
    GroupBuilder evening = used().asking(posts(MONDAY, 22, 2));

    for (var scan :
        List.of(
            onTheFactsOf(noHours),
            onTheFactsOf(evening).withoutCalendar(),
            onTheFactsOf(evening).withoutHolidays())) {
      ScanOutcome.Scanned scanned = scan.scan(rules());
      assertThat(scan.detect(DetectionRule.OFF_HOURS)).isEmpty();
      assertThat(scanned.unknownGroups().get(DetectionRule.OFF_HOURS)).hasSize(1);
      assertThat(Fixtures.exposures(scanned, DetectionRule.OFF_HOURS))
          .containsExactly(new Exposure(0, 1));
    }
  }

  @Test
  void oneDayThatIsNotToldLeavesOpenWhetherTheRuleWasKept() {
    GroupBuilder group =
        used()
            .asking(posts(daysAgo(4), 10, 2))
            .asking(new Demands(MONDAY, 2, List.of(), 0, 0, 0, 0, 0, null, 0));

    assertUnknown(group, DetectionRule.OFF_HOURS);
    group.asking(posts(daysAgo(5), 22, 1));
    ScanOutcome.Scanned scanned = onTheFactsOf(group).scan(rules());
    assertThat(scanned.unknownGroups().get(DetectionRule.OFF_HOURS)).isEmpty();
    assertThat(scanned.detected()).hasSize(1);
    assertThat(Fixtures.exposures(scanned, DetectionRule.OFF_HOURS))
        .containsExactly(new Exposure(1, 0));
  }

  @Test
  void aDayThatIsNotToldAndWasExemptOrIsLongAgoLeavesNothingOpen() {
    Demands untold = new Demands(daysAgo(6), 2, List.of(), 0, 0, 0, 0, 0, null, 0);
    Demands old = new Demands(daysAgo(28), 2, List.of(), 0, 0, 0, 0, 0, null, 0);
    var scan =
        onTheFactsOf(used().asking(untold).asking(old))
            .exempting(DetectionRule.OFF_HOURS, new Scope.Unit(XINDIAN), daysAgo(9), daysAgo(6));

    assertThat(scan.scan(rules()).unknownGroups().get(DetectionRule.OFF_HOURS)).isEmpty();
  }

  @Test
  void hoursOfAPartOfThePostsTellOnlyOfThatPart() {
    assertUnknown(
        used().asking(new Demands(MONDAY, 3, hours(10, 2), 0, 0, 0, 0, 0, null, 0)),
        DetectionRule.OFF_HOURS);
    assertThat(offHours(new Demands(MONDAY, 3, hours(22, 2), 0, 0, 0, 0, 0, null, 0)))
        .singleElement()
        .satisfies(
            found -> assertThat(found.evidence().values()).containsEntry("times", number(2)));
    for (Demands emergencies :
        List.of(
            new Demands(MONDAY, 3, hours(10, 2), 1, 0, 0, 0, 0, null, 0),
            new Demands(MONDAY, 3, List.of(), 3, 0, 0, 0, 0, null, 0))) {
      ScanOutcome.Scanned scanned = onTheFactsOf(used().asking(emergencies)).scan(rules());
      assertThat(scanned.unknownGroups().get(DetectionRule.OFF_HOURS)).isEmpty();
      assertThat(scanned.detected()).isEmpty();
    }
  }

  @Test
  void aTimeToReplyThatNobodySaysIsUnknownAndAChainIsAFaultWithoutIt() {
    assertUnknown(used().asking(replies(3, null)), DetectionRule.INSTANT_REPLY);
    assertThat(instant(new Demands(MONDAY, 0, List.of(), 0, 2, 0, 0, 3, null, 0)))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("times", number(2))
                .doesNotContainKey("shortestMinutes"));
  }

  @Test
  void aCounterThatTheSourceDoesNotSendIsUnknownToTheRuleThatNeedsItAndToNoOther() {
    assertUnknownAlone(
        new Demands(MONDAY, UNTOLD, List.of(), 0, 0, 0, 0, 0, null, 0), DetectionRule.OFF_HOURS);
    assertUnknownAlone(
        new Demands(MONDAY, 0, List.of(), 0, UNTOLD, 0, 0, 0, null, 0),
        DetectionRule.INSTANT_REPLY);
    assertUnknownAlone(
        new Demands(MONDAY, 0, List.of(), 0, 0, 0, 0, UNTOLD, null, 0),
        DetectionRule.INSTANT_REPLY);
    assertUnknownAlone(
        new Demands(MONDAY, 0, List.of(), 0, 0, UNTOLD, 0, 0, null, 0), DetectionRule.MATERIAL);
    assertUnknownAlone(
        new Demands(MONDAY, 0, List.of(), 0, 0, 0, UNTOLD, 0, null, 0), DetectionRule.PROOF);
    assertUnknownAlone(
        new Demands(MONDAY, 1, hours(10, 1), 0, 0, 0, 0, 0, null, UNTOLD), DetectionRule.NO_NOTICE);
  }

  @Test
  void whatIsKnownToBreakARuleIsFoundWhateverIsNotTold() {
    assertThat(instant(new Demands(MONDAY, 0, List.of(), 0, 2, 0, 0, UNTOLD, null, 0)))
        .singleElement()
        .satisfies(
            found -> assertThat(found.evidence().values()).containsEntry("times", number(2)));
    assertThat(instant(new Demands(MONDAY, 0, List.of(), 0, UNTOLD, 0, 0, 3, 30, 0)))
        .singleElement()
        .satisfies(
            found -> assertThat(found.evidence().values()).containsEntry("times", number(1)));
    assertThat(offHours(new Demands(MONDAY, UNTOLD, hours(22, 2), 0, 0, 0, 0, 0, null, 0)))
        .hasSize(1);
    assertUnknown(
        used().asking(new Demands(MONDAY, UNTOLD, hours(10, 2), 1, 0, 0, 0, 0, null, 0)),
        DetectionRule.OFF_HOURS);
  }

  @Test
  void aFindingIsNotClearedBySilence() {
    GroupBuilder group =
        used().asking(new Demands(daysAgo(30), 0, List.of(), 0, 1, 1, 1, 0, null, 0));
    List<Detected> open = onTheFactsOf(group).on(daysAgo(29)).scan(rules()).detected();
    assertThat(open).hasSize(3);

    assertThat(cleared(open, group)).hasSize(3);
    group.asking(new Demands(MONDAY, 0, List.of(), 0, UNTOLD, UNTOLD, UNTOLD, 0, null, 0));
    assertThat(cleared(open, group)).isEmpty();
  }

  private static List<FindingChanges.Cleared> cleared(List<Detected> open, GroupBuilder group) {
    var scan = onTheFactsOf(group);
    return FindingChanges.between(open, scan.scan(rules()), scan.input(), _ -> rules()).cleared();
  }

  /** Of the rules about what may be asked, the others have judged the group. */
  private static void assertUnknownAlone(Demands day, DetectionRule rule) {
    GroupBuilder group = used().asking(day);
    assertUnknown(group, rule);
    ScanOutcome.Scanned scanned = onTheFactsOf(group).scan(rules());
    for (DetectionRule other :
        List.of(
            DetectionRule.OFF_HOURS,
            DetectionRule.INSTANT_REPLY,
            DetectionRule.MATERIAL,
            DetectionRule.PROOF,
            DetectionRule.NO_NOTICE)) {
      if (other != rule) {
        assertThat(Fixtures.exposures(scanned, other))
            .as(other.id())
            .containsExactly(new Exposure(1, 0));
      }
    }
  }

  @Test
  void aGroupWithoutCountersOfLateIsUnknown() {
    GroupBuilder group = aGroup("断流").observed(90, 28, 3);

    assertThat(onTheFactsOf(group).scan(rules()).unknownGroups().get(DetectionRule.PROOF))
        .containsExactly(group.id());
    assertThat(
            onTheFactsOf(aGroup("静").observed(90, 28, 3).feedThrough(1))
                .scan(rules())
                .unknownGroups()
                .get(DetectionRule.PROOF))
        .isEmpty();
  }

  @Test
  void aGroupOfASourceThatBrokeOffIsUnknownUntilItCountsAsGivenUp() {
    assertThat(unknown(aGroup("断流").observed(190, 120, 3).feeds(120, 0))).hasSize(1);
    assertThat(unknown(aGroup("弃用").observed(190, 121, 3).feeds(121, 0))).isEmpty();
  }

  private static Set<String> unknown(GroupBuilder group) {
    return onTheFactsOf(group)
        .scan(rules())
        .unknownGroups()
        .getOrDefault(DetectionRule.PROOF, Set.of());
  }

  @Test
  void theFindingStaysTheSameUntilAWindowHasPassedWithoutANewDay() {
    GroupBuilder group = used().asking(posts(daysAgo(20), 22, 1)).asking(posts(daysAgo(5), 22, 2));
    var scan = onTheFactsOf(group);
    List<Detected> today = scan.detect(DetectionRule.OFF_HOURS);

    assertThat(today).hasSize(1);
    assertThat(today.getFirst().evidence().values())
        .containsEntry("times", number(3))
        .containsEntry("days", number(2));
    assertThat(scan.on(daysAgo(5).plusDays(27)).detect(DetectionRule.OFF_HOURS)).isEqualTo(today);
    assertThat(scan.on(daysAgo(5).plusDays(28)).detect(DetectionRule.OFF_HOURS)).isEmpty();
  }

  @Test
  void aCheckInChainOrADemandToReplyTooSoonBreaksTheRule() {
    assertThat(instant(chains(1))).hasSize(1);
    assertThat(instant(replies(3, 120))).isEmpty();
    assertThat(instant(replies(3, 119)))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("times", number(1))
                .containsEntry("shortestMinutes", number(119))
                .containsEntry("minMinutes", number(120)));
    assertThat(instant(chains(1)).getFirst().evidence().values())
        .doesNotContainKey("shortestMinutes");
  }

  /** The time that is told is the shortest of the day; the other demands may have left more. */
  @Test
  void ofTheDemandsOfADayOneIsKnownToBeTooShortBesidesTheChains() {
    GroupBuilder group =
        used()
            .asking(new Demands(MONDAY, 0, List.of(), 0, 2, 0, 0, 5, 30, 0))
            .asking(replies(SATURDAY, 4, 60))
            .asking(replies(HOLIDAY, 9, 120));

    assertThat(onTheFactsOf(group).detect(DetectionRule.INSTANT_REPLY))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("times", number(4))
                .containsEntry("days", number(2)));
  }

  @Test
  void demandsOfMaterialOfProofAndTasksWithoutANoticeAreEachTheirOwnRule() {
    GroupBuilder group = used().asking(new Demands(MONDAY, 1, hours(9, 1), 0, 0, 2, 3, 0, null, 1));

    assertThat(onTheFactsOf(group).scan(rules()).detected())
        .extracting(Detected::rule)
        .containsExactly(DetectionRule.MATERIAL, DetectionRule.PROOF, DetectionRule.NO_NOTICE);
  }

  @Test
  void aDayThatWasExemptThenStaysExempt() {
    GroupBuilder group = used().asking(posts(daysAgo(6), 22, 1));
    var scan =
        onTheFactsOf(group)
            .exempting(DetectionRule.OFF_HOURS, new Scope.Unit(XINDIAN), daysAgo(9), daysAgo(6));

    assertThat(scan.detect(DetectionRule.OFF_HOURS)).isEmpty();
    assertThat(scan.scan(rules()).exempt()).hasSize(1);
    group.asking(posts(daysAgo(5), 22, 1));
    assertThat(scan.detect(DetectionRule.OFF_HOURS))
        .singleElement()
        .satisfies(found -> assertThat(found.evidence().values()).containsEntry("days", number(1)));
  }

  @Test
  void aDayIsJudgedByTheRulesOfThatDay() {
    GroupBuilder group = used().asking(replies(daysAgo(6), 1, 100));
    RuleSet lenient = rules(1, Map.of("reply.minMinutes", "60"));
    RuleSet stricter =
        new RuleSet("district", 2, daysAgo(3), rules().rules(), rules().thresholds());
    var scan = onTheFactsOf(group).knowing(lenient, stricter);

    assertThat(scan.scan(stricter).detected()).isEmpty();
    group.asking(replies(daysAgo(2), 1, 100));
    assertThat(scan.scan(stricter).detected()).hasSize(1);
  }

  @Test
  void whatWasDoneBeforeTheRuleAppliedIsNoFault() {
    GroupBuilder group = used().asking(posts(daysAgo(6), 22, 1));
    RuleSet later = new RuleSet("district", 2, daysAgo(3), rules().rules(), rules().thresholds());

    assertThat(
            onTheFactsOf(group)
                .knowing(Fixtures.without(DetectionRule.OFF_HOURS), later)
                .scan(later)
                .detected())
        .isEmpty();
  }

  @Test
  void everyGroupWithCountersIsExposedAndAnExemptOneIsNot() {
    var scan = onTheFactsOf(used());

    assertThat(Fixtures.exposures(scan.scan(rules()), DetectionRule.PROOF))
        .containsExactly(new Exposure(1, 0));
    assertThat(
            scan.exempting(DetectionRule.PROOF, new Scope.Unit(XINDIAN))
                .scan(rules())
                .exposures()
                .get(DetectionRule.PROOF))
        .isEmpty();
  }

  private static void assertUnknown(GroupBuilder group, DetectionRule rule) {
    ScanOutcome.Scanned scanned = onTheFactsOf(group).scan(rules());
    assertThat(scanned.detected()).isEmpty();
    assertThat(scanned.unknownGroups().get(rule)).containsExactly(group.id());
    assertThat(Fixtures.exposures(scanned, rule)).containsExactly(new Exposure(0, 1));
  }

  private static GroupBuilder used() {
    return aGroup("值班").observed(40, 0, 3);
  }

  private static List<Detected> offHours(Demands... days) {
    GroupBuilder group = used();
    List.of(days).forEach(group::asking);
    return onTheFactsOf(group).detect(DetectionRule.OFF_HOURS);
  }

  private static List<Detected> instant(Demands day) {
    return onTheFactsOf(used().asking(day)).detect(DetectionRule.INSTANT_REPLY);
  }

  private static Demands posts(LocalDate day, int hour, int posts) {
    return new Demands(day, posts, hours(hour, posts), 0, 0, 0, 0, 0, null, 0);
  }

  private static Demands chains(int chains) {
    return new Demands(MONDAY, 0, List.of(), 0, chains, 0, 0, 0, null, 0);
  }

  private static Demands replies(int demands, @Nullable Integer minutes) {
    return replies(MONDAY, demands, minutes);
  }

  private static Demands replies(LocalDate day, int demands, @Nullable Integer minutes) {
    return new Demands(day, 0, List.of(), 0, 0, 0, 0, demands, minutes, 0);
  }

  private static List<Integer> hours(int hour, int posts) {
    List<Integer> byHour = new ArrayList<>(Collections.nCopies(24, 0));
    byHour.set(hour, posts);
    return byHour;
  }

  private static Evidence.Value number(int number) {
    return new Evidence.Value.Amount(BigDecimal.valueOf(number));
  }
}
