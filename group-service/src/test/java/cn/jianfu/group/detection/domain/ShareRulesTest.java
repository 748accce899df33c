package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.people;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** G-DRIFT and G-MEGA. Today is a Tuesday; the last Sunday was two days ago. */
class ShareRulesTest {

  @Test
  void moreThanTheShareOfAcknowledgementsAndLikesIsDrift() {
    assertThat(drift(aGroup("收到群").counted(40, 0, 10, 6))).isEmpty();
    assertThat(drift(aGroup("收到群").counted(40, 0, 10, 7)))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("from", new Evidence.Value.Day(daysAgo(29)))
                .containsEntry("to", new Evidence.Value.Day(daysAgo(2))));
  }

  @Test
  void itSaysTheSameForAWeek() {
    var scan = onTheFactsOf(aGroup("收到群").counted(40, 20, 10, 7).counted(19, 0, 30, 20));
    List<Detected> monday = scan.on(daysAgo(1)).detect(DetectionRule.DRIFT);

    assertThat(monday).hasSize(1);
    assertThat(scan.on(TODAY.plusDays(5)).detect(DetectionRule.DRIFT)).isEqualTo(monday);
    assertThat(scan.on(TODAY.plusDays(6)).detect(DetectionRule.DRIFT)).isNotEqualTo(monday);
  }

  @Test
  void aFewMessagesShowNothingAndNoCountersAreUnknown() {
    var few = onTheFactsOf(aGroup("静").counted(28, 2, 1, 1));
    var none = onTheFactsOf(aGroup("断流").counted(90, 31, 10, 9));

    assertThat(few.detect(DetectionRule.DRIFT)).isEmpty();
    assertThat(few.scan(rules()).exposures().get(DetectionRule.DRIFT)).isEmpty();
    assertThat(none.scan(rules()).unknownGroups().get(DetectionRule.DRIFT)).hasSize(1);
  }

  @Test
  void acknowledgementsAndLikesThatAreNotToldShowNeitherDriftNorThatThereIsNone() {
    for (int fewKnown : List.of(~0, ~6)) {
      GroupBuilder group = aGroup("不报").counted(40, 10, 10, 0).counted(9, 2, 10, fewKnown);
      ScanOutcome.Scanned scanned = onTheFactsOf(group).scan(rules());

      assertThat(scanned.detected()).isEmpty();
      assertThat(scanned.unknownGroups().get(DetectionRule.DRIFT)).containsExactly(group.id());
      assertThat(Fixtures.exposures(scanned, DetectionRule.DRIFT))
          .containsExactly(new Exposure(0, 1));
    }
  }

  @Test
  void theOnesThatAreToldMayBeEnoughForADriftAndAnExemptGroupIsInNeitherNumber() {
    GroupBuilder drifted = aGroup("收到群").counted(40, 0, 10, ~7);
    GroupBuilder exempt = aGroup("免").counted(40, 0, 10, ~6);

    assertThat(drift(drifted))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("share", new Evidence.Value.Amount(Ratio.share(7, 10))));
    assertThat(
            onTheFactsOf(exempt)
                .exempting(DetectionRule.DRIFT, new Exemption.Scope.Unit(Fixtures.XINDIAN))
                .scan(rules())
                .exposures()
                .get(DetectionRule.DRIFT))
        .isEmpty();
  }

  @Test
  void aDriftIsNotClearedBySilence() {
    List<Detected> open = drift(aGroup("收到群").counted(40, 0, 10, 7));
    var silent = onTheFactsOf(aGroup("收到群").counted(40, 0, 10, ~0));
    var told = onTheFactsOf(aGroup("收到群").counted(40, 0, 10, 0));

    assertThat(cleared(open, silent)).isEmpty();
    assertThat(cleared(open, told)).hasSize(1);
  }

  @Test
  void aDriftIsClearedByAQuietWeekAndNotByADayThatIsSent() {
    List<Detected> open = drift(aGroup("收到群").counted(40, 0, 10, 7));
    GroupBuilder oneDay = aGroup("收到群").counted(5, 5, 3, 0);
    GroupBuilder fourWorkdays = aGroup("收到群").counted(9, 5, 3, 0);
    // Monday to Friday of one week.
    GroupBuilder week = aGroup("收到群").counted(8, 4, 3, 0);

    for (GroupBuilder thin : List.of(oneDay, fourWorkdays)) {
      ScanOutcome.Scanned scanned = onTheFactsOf(thin).scan(rules());
      assertThat(scanned.detected()).isEmpty();
      assertThat(scanned.exposures().get(DetectionRule.DRIFT)).isEmpty();
      assertThat(cleared(open, onTheFactsOf(thin))).isEmpty();
    }
    assertThat(onTheFactsOf(week).scan(rules()).exposures().get(DetectionRule.DRIFT)).isEmpty();
    assertThat(cleared(open, onTheFactsOf(week)))
        .singleElement()
        .satisfies(gone -> assertThat(gone.why()).isEqualTo(ClearedBecause.DATA));
  }

  @Test
  void whatWasFoundOfAnExemptGroupDoesNotStayForWantOfDays() {
    List<Detected> open = drift(aGroup("免").counted(40, 0, 10, 7));
    ScanBuilder exempt =
        onTheFactsOf(aGroup("免").counted(5, 5, 3, 0))
            .exempting(DetectionRule.DRIFT, new Exemption.Scope.Unit(Fixtures.XINDIAN));

    assertThat(cleared(open, exempt)).hasSize(1);
  }

  private static List<FindingChanges.Cleared> cleared(List<Detected> open, ScanBuilder scan) {
    return FindingChanges.between(open, scan.scan(rules()), scan.input(), _ -> rules()).cleared();
  }

  @Test
  void aGroupThatOthersWereMergedIntoIsNotToBeAFlood() {
    assertThat(flood(aGroup("大群").counted(40, 0, 150, 0), 40)).hasSize(1);
    assertThat(flood(aGroup("大群").counted(40, 0, 130, 0), 40)).isEmpty();
    assertThat(onTheFactsOf(aGroup("大群").counted(40, 0, 900, 0)).detect(DetectionRule.FLOOD))
        .isEmpty();
  }

  @Test
  void whoTookInThePeopleOfADissolvedGroupWasMergedIntoInAllButTheDecision() {
    GroupBuilder target = grown(12, 22);

    assertThat(floodAfterDissolving(target))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("mergedGroups", amount(1))
                .containsEntry("dissolvedGroups", amount(1))
                .containsEntry("taken", new Evidence.Value.Word("WITH_DISSOLVED"))
                .containsEntry("from", new Evidence.Value.Day(daysAgo(27)))
                .containsEntry("membersBefore", amount(12))
                .containsEntry("membersAfter", amount(22)));
  }

  @Test
  void whoHadThemBeforeOrGrewByOthersOrDoesNotSayTookNobodyIn() {
    GroupBuilder hadThem = grown(22, 22);
    GroupBuilder few = grown(12, 18);
    GroupBuilder others = grown(12, 22).withMembers(people(8, 30));
    GroupBuilder silent = aGroup("大群").counted(60, 0, 150, 0).withMembers(people(1, 22));
    GroupBuilder later = grown(12, 22).knownSince(daysAgo(20));

    for (GroupBuilder target : List.of(hadThem, few, others, silent, later)) {
      assertThat(floodAfterDissolving(target)).isEmpty();
    }
  }

  @Test
  void whoNeverSaysHowManyThereAreMayHaveTakenThemInWhereTooMuchIsSaid() {
    GroupBuilder silent = aGroup("大群").counted(60, 0, 150, 0).withMembers(people(1, 22));
    GroupBuilder quiet = aGroup("大群").counted(60, 0, 15, 0).withMembers(people(1, 22));
    GroupBuilder others = aGroup("大群").counted(60, 0, 150, 0).withMembers(people(8, 30));
    GroupBuilder hadThem = grown(22, 22);

    assertThat(unknownFloods(silent)).containsExactly(silent.id());
    for (GroupBuilder known : List.of(quiet, others, hadThem)) {
      assertThat(unknownFloods(known)).isEmpty();
    }
  }

  private static Set<String> unknownFloods(GroupBuilder target) {
    GroupBuilder dissolved = aGroup("散").endedOn(daysAgo(28)).withMembers(people(1, 10));
    return onTheFactsOf(target, dissolved)
        .scan(rules())
        .unknownGroups()
        .getOrDefault(DetectionRule.FLOOD, Set.of());
  }

  @Test
  void whatADissolutionBroughtLongAgoIsNotAskedForEver() {
    GroupBuilder target = grown(12, 22);
    var scan = onTheFactsOf(target, aGroup("散").endedOn(daysAgo(28)).withMembers(people(1, 10)));

    assertThat(scan.scan(rules()).exposures().get(DetectionRule.FLOOD)).isNotEmpty();
    ScanOutcome.Scanned later = scan.on(TODAY.plusDays(120)).scan(rules());
    assertThat(later.exposures().get(DetectionRule.FLOOD)).isEmpty();
    assertThat(later.unknownGroups().get(DetectionRule.FLOOD)).isNullOrEmpty();
  }

  /** So it is where the decision is older than the days that are read. */
  @Test
  void whoDoesNotSayHowManyThereWereThenIsTakenByTheFirstWord() {
    GroupBuilder target =
        aGroup("大群")
            .counted(60, 21, 150, 0)
            .countedWith(12, 20, 15, 150)
            .countedWith(22, 14, 0, 150)
            .withMembers(people(1, 22));

    assertThat(floodAfterDissolving(target)).hasSize(1);
  }

  @Test
  void whoCameInIsCountedForOneDissolvedGroup() {
    GroupBuilder target = grown(12, 22);

    assertThat(
            onTheFactsOf(
                    target,
                    aGroup("散一").endedOn(daysAgo(28)).withMembers(people(1, 10)),
                    aGroup("散二").endedOn(daysAgo(28)).withMembers(people(3, 12)))
                .detect(DetectionRule.FLOOD))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values()).containsEntry("dissolvedGroups", amount(1)));
  }

  private static GroupBuilder grown(int before, int after) {
    return aGroup("大群").floodingWith(before, after);
  }

  private static List<Detected> floodAfterDissolving(GroupBuilder target) {
    return onTheFactsOf(target, aGroup("散").endedOn(daysAgo(28)).withMembers(people(1, 10)))
        .detect(DetectionRule.FLOOD);
  }

  @Test
  void whatWasSaidBeforeTheMergeDoesNotCount() {
    assertThat(flood(aGroup("大群").counted(60, 16, 900, 0).counted(15, 0, 10, 0), 16)).isEmpty();
  }

  @Test
  void rightAfterTheMergeNothingCanBeSaid() {
    GroupBuilder target = aGroup("大群").counted(40, 0, 900, 0);
    GroupBuilder merged = aGroup("并").mergedInto(target, daysAgo(5));

    assertThat(onTheFactsOf(merged, target).scan(rules()).unknownGroups().get(DetectionRule.FLOOD))
        .containsExactly(target.id());
  }

  @Test
  void aMergeOfEveryWeekDoesNotPutTheQuestionOff() {
    GroupBuilder target = aGroup("大群").counted(40, 0, 150, 0);

    assertThat(
            onTheFactsOf(
                    target,
                    aGroup("一").mergedInto(target, daysAgo(25)),
                    aGroup("二").mergedInto(target, daysAgo(18)),
                    aGroup("三").mergedInto(target, daysAgo(11)),
                    aGroup("四").mergedInto(target, daysAgo(4)))
                .detect(DetectionRule.FLOOD))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("mergedGroups", amount(4))
                .containsEntry("mergedOn", new Evidence.Value.Day(daysAgo(4)))
                .containsEntry("from", new Evidence.Value.Day(daysAgo(24))));
  }

  @Test
  void aLateMergeIntoAMergedGroupIsJudgedByAllOfTheWeeksAndAnEarlierOneByTheDaysSince() {
    GroupBuilder flooding = aGroup("大群").counted(40, 0, 150, 0);
    GroupBuilder since = aGroup("新").counted(40, 17, 10, 0).counted(16, 0, 150, 0);

    assertThat(floodAfter(flooding, 60, 4))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("from", new Evidence.Value.Day(daysAgo(29))));
    assertThat(floodAfter(since, 60, 17))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("from", new Evidence.Value.Day(daysAgo(16))));
  }

  @Test
  void workdaysWithoutCountersAreNotQuietOnes() {
    // Monday to Friday of one week.
    assertThat(flood(aGroup("大群").counted(8, 4, 210, 0), 40))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("messagesPerWorkday", amount(210))
                .containsEntry("workdays", amount(5)));
    GroupBuilder four = aGroup("大群").counted(8, 5, 900, 0);
    assertThat(
            onTheFactsOf(aGroup("并").mergedInto(four, daysAgo(40)), four)
                .scan(rules())
                .unknownGroups()
                .get(DetectionRule.FLOOD))
        .containsExactly(four.id());
  }

  @Test
  void howManyPeopleTheMergesBroughtIsShownWhereTheSourceCountsThem() {
    GroupBuilder target = aGroup("大群").countedWith(30, 50, 41, 5).countedWith(120, 40, 0, 150);

    assertThat(flood(target, 40))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("membersBefore", amount(30))
                .containsEntry("membersAfter", amount(120)));
    assertThat(flood(aGroup("大群").counted(50, 0, 150, 0), 40).getFirst().evidence().values())
        .doesNotContainKeys("membersBefore", "membersAfter");
  }

  private static List<Detected> floodAfter(GroupBuilder target, int daysAgo, int againDaysAgo) {
    return onTheFactsOf(
            target,
            aGroup("先").mergedInto(target, daysAgo(daysAgo)),
            aGroup("后").mergedInto(target, daysAgo(againDaysAgo)))
        .detect(DetectionRule.FLOOD);
  }

  private static Evidence.Value amount(int number) {
    return new Evidence.Value.Amount(BigDecimal.valueOf(number));
  }

  private static List<Detected> drift(GroupBuilder group) {
    return onTheFactsOf(group).detect(DetectionRule.DRIFT);
  }

  private static List<Detected> flood(GroupBuilder target, int mergedDaysAgo) {
    return onTheFactsOf(aGroup("并").mergedInto(target, daysAgo(mergedDaysAgo)), target)
        .detect(DetectionRule.FLOOD);
  }
}
