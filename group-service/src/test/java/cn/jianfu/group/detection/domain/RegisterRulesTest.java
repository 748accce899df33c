package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.CIVIL_AFFAIRS;
import static cn.jianfu.group.detection.domain.Fixtures.OFFICE;
import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** G-REG, G-UNIT and G-EXEC. */
class RegisterRulesTest {

  @Test
  void aGroupInUseThatNobodyDeclaredIsUnregisteredAtOnce() {
    GroupBuilder group = aGroup("群").knownSince(TODAY).undeclared().unfiled();

    assertThat(onTheFactsOf(group).detect(DetectionRule.UNREGISTERED))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.evidence().values())
              .containsEntry("kind", new Evidence.Value.Word("UNREGISTERED"))
              .containsEntry("since", new Evidence.Value.Day(TODAY))
              .doesNotContainKey("missing");
          assertThat(found.gravity()).isEqualTo(2);
        });
  }

  @Test
  void filingAndFillingInHaveSomeDays() {
    assertThat(unregistered(aGroup("群").knownSince(daysAgo(7)).unfiled())).isEmpty();
    assertThat(unregistered(aGroup("群").knownSince(daysAgo(8)).unfiled().lacking("purpose")))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("UNFILED"))
                .containsEntry("missing", new Evidence.Value.Ids(List.of("purpose"))));
    assertThat(unregistered(aGroup("群").knownSince(daysAgo(8)).lacking("purpose", "kind")))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("INCOMPLETE")));
    assertThat(unregistered(aGroup("群"))).isEmpty();
  }

  @Test
  void membersAreAskedForWhereTheRuleSetSaysSo() {
    GroupBuilder untold = aGroup("群").knownSince(daysAgo(8)).lacking("members");

    assertThat(unregistered(untold, Map.of("register.membersRequired", "1")))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("INCOMPLETE"))
                .containsEntry("missing", new Evidence.Value.Ids(List.of("members"))));
    assertThat(unregistered(untold, Map.of("register.membersRequired", "0"))).isEmpty();
    assertThat(unregistered(untold)).as("published before the number was").isEmpty();
    assertThat(unregistered(untold.unfiled()))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .as("what is not asked for is not missing")
                .doesNotContainKey("missing"));
  }

  @Test
  void aGroupThatIsToEndNeedsNoFilingAndWeighsNothing() {
    var scan = onTheFactsOf(aGroup("群").unfiled().toBeDissolvedBy(TODAY.plusDays(3)));

    assertThat(scan.detect(DetectionRule.UNREGISTERED)).isEmpty();
    assertThat(scan.scan(rules()).exposures().get(DetectionRule.UNREGISTERED)).isEmpty();
  }

  @Test
  void aUnitMayHaveSoManyPermanentGroups() {
    var three = List.of(aGroup("一"), aGroup("二"), aGroup("三"));

    assertThat(allowance(three)).isEmpty();
    assertThat(allowance(three, aGroup("四")))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.subject()).isEqualTo(OFFICE);
          assertThat(found.groups()).hasSize(4);
          assertThat(found.gravity()).isEqualTo(4);
        });
  }

  @Test
  void onlyPermanentGroupsThatGoOnCountAndEachUnitForItself() {
    var three = List.of(aGroup("一"), aGroup("二"), aGroup("三"));

    assertThat(allowance(three, aGroup("四").temporary())).isEmpty();
    assertThat(allowance(three, aGroup("四").of(CIVIL_AFFAIRS))).isEmpty();
    assertThat(allowance(three, aGroup("四").endedOn(daysAgo(1)))).isEmpty();
    assertThat(allowance(three, aGroup("四").toBeDissolvedBy(TODAY.plusDays(9)))).isEmpty();
    assertThat(allowance(three, aGroup("四").undeclared())).isEmpty();
  }

  @Test
  void whereGroupsOfUnknownKindCouldBeTooManyTheUnitIsUnknownAndItsFindingStays() {
    var three = List.of(aGroup("一"), aGroup("二"), aGroup("三"));
    List<Detected> open = allowance(three, aGroup("四"));
    var scan = unsaid(three, aGroup("四").ofKind(GroupKind.UNKNOWN));
    var input = scan.input();

    assertThat(scan.detect(DetectionRule.ALLOWANCE)).isEmpty();
    assertThat(exposures(scan)).containsExactly(new Exposure(0, 1));
    assertThat(
            FindingChanges.between(open, DetectionScan.scan(rules(), input), input, _ -> rules())
                .cleared())
        .isEmpty();
  }

  @Test
  void groupsOfUnknownKindNeitherMakeAFindingNorTakeOneAway() {
    var four = List.of(aGroup("一"), aGroup("二"), aGroup("三"), aGroup("四"));
    var few = unsaid(List.of(aGroup("一")), aGroup("五").ofKind(GroupKind.UNKNOWN));

    assertThat(allowance(four, aGroup("五").ofKind(GroupKind.UNKNOWN)))
        .singleElement()
        .satisfies(found -> assertThat(found.groups()).hasSize(4));
    assertThat(exposures(few)).containsExactly(new Exposure(1, 0));
  }

  private static List<Exposure> exposures(ScanBuilder scan) {
    return Fixtures.exposures(scan.scan(rules()), DetectionRule.ALLOWANCE);
  }

  private static ScanBuilder unsaid(List<GroupBuilder> groups, GroupBuilder other) {
    var all = new ArrayList<>(groups);
    all.add(other);
    return onTheFactsOf(all.toArray(GroupBuilder[]::new));
  }

  @Test
  void exemptGroupsDoNotUseUpTheAllowance() {
    GroupBuilder fourth = aGroup("四");
    var scan =
        onTheFactsOf(aGroup("一"), aGroup("二"), aGroup("三"), fourth)
            .exempting(DetectionRule.ALLOWANCE, new Exemption.Scope.Group(fourth.id()));

    assertThat(scan.detect(DetectionRule.ALLOWANCE)).isEmpty();
    assertThat(scan.scan(rules()).exempt()).hasSize(1);
  }

  @Test
  void aDissolutionThatNobodyReportedInTimeIsNotExecuted() {
    assertThat(notExecuted(aGroup("群").toBeDissolvedBy(daysAgo(7)))).isEmpty();
    assertThat(notExecuted(aGroup("群").toBeDissolvedBy(daysAgo(8))))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("OVERDUE"))
                .containsEntry("dueOn", new Evidence.Value.Day(daysAgo(8))));
  }

  @Test
  void aDissolvedGroupThatIsUsedOnIsNotDissolved() {
    GroupBuilder group = aGroup("群").endedOn(daysAgo(30)).observed(60, 20, 3);

    assertThat(notExecuted(group))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("STILL_USED"))
                .containsEntry("usedOn", new Evidence.Value.Day(daysAgo(22))));
    assertThat(notExecuted(aGroup("群").endedOn(daysAgo(30)).observed(60, 23, 3))).isEmpty();
    assertThat(notExecuted(aGroup("群").endedOn(daysAgo(30)).observed(60, 0, 0))).isEmpty();
  }

  @Test
  void useLongAgoIsOverAndWeighsNothing() {
    var scan = onTheFactsOf(usedUntilFourWeeksAgo().feedThrough(0));

    assertThat(scan.detect(DetectionRule.NOT_EXECUTED)).isEmpty();
    assertThat(scan.scan(rules()).exposures().get(DetectionRule.NOT_EXECUTED)).isEmpty();
    assertThat(scan.scan(rules()).unknownGroups().get(DetectionRule.NOT_EXECUTED)).isEmpty();
    assertThat(scan.on(daysAgo(1)).detect(DetectionRule.NOT_EXECUTED)).hasSize(1);
  }

  @Test
  void ofAGroupThatWasUsedAfterItsEndSilenceIsKnownByWhoeverToldOfIt() {
    assertThat(clearedOf(usedUntilFourWeeksAgo())).isEmpty();
    assertThat(clearedOf(usedUntilFourWeeksAgo().feedThrough(7))).isEmpty();
    assertThat(clearedOf(usedUntilFourWeeksAgo().feeds(28, 0))).isEmpty();
    assertThat(clearedOf(usedUntilFourWeeksAgo().observed(27, 20, 0)))
        .as("a quiet week is not yet the end")
        .isEmpty();

    assertThat(clearedOf(usedUntilFourWeeksAgo().feedThrough(6)))
        .containsExactly(ClearedBecause.DATA);
    assertThat(clearedOf(usedUntilFourWeeksAgo().observed(6, 6, 0)))
        .containsExactly(ClearedBecause.DATA);
  }

  @Test
  void whileThatIsNotKnownItIsUnknownAndNothingIsFoundAnew() {
    GroupBuilder group = usedUntilFourWeeksAgo();
    ScanOutcome.Scanned scanned = onTheFactsOf(group).scan(rules());

    assertThat(scanned.detected()).extracting(Detected::rule).isEmpty();
    assertThat(scanned.unknownGroups().get(DetectionRule.NOT_EXECUTED)).containsExactly(group.id());
    assertThat(Fixtures.exposures(scanned, DetectionRule.NOT_EXECUTED))
        .containsExactly(new Exposure(0, 1));
  }

  @Test
  void anExemptionClearsItThoughNobodyTellsAnyMore() {
    GroupBuilder group = usedUntilFourWeeksAgo();
    ScanOutcome.Scanned scanned =
        onTheFactsOf(group)
            .exempting(DetectionRule.NOT_EXECUTED, new Exemption.Scope.Group(group.id()))
            .scan(rules());

    assertThat(scanned.exempt())
        .extracting(Detected::rule)
        .containsExactly(DetectionRule.NOT_EXECUTED);
    assertThat(scanned.unknownGroups().get(DetectionRule.NOT_EXECUTED)).isEmpty();
  }

  /** Else every group that ended as it should would be unknown as soon as nobody counts it. */
  @Test
  void aGroupThatNobodySawInUseAfterItsEndNeedsNobodyToTellOfIt() {
    var scan = onTheFactsOf(aGroup("群").endedOn(daysAgo(60)).observed(90, 60, 3));

    assertThat(scan.scan(rules()).unknownGroups().get(DetectionRule.NOT_EXECUTED)).isEmpty();
    assertThat(scan.scan(rules()).exposures().get(DetectionRule.NOT_EXECUTED)).isEmpty();
  }

  private static GroupBuilder usedUntilFourWeeksAgo() {
    return aGroup("群").endedOn(daysAgo(60)).observed(90, 28, 3);
  }

  /** Why what was found a day before is gone. */
  private static List<ClearedBecause> clearedOf(GroupBuilder group) {
    List<Detected> open = onTheFactsOf(group).on(daysAgo(1)).detect(DetectionRule.NOT_EXECUTED);
    assertThat(open).hasSize(1);
    var input = onTheFactsOf(group).input();
    return FindingChanges.between(open, DetectionScan.scan(rules(), input), input, _ -> rules())
        .cleared()
        .stream()
        .map(FindingChanges.Cleared::why)
        .toList();
  }

  @Test
  void carryingOutTheDecisionClearsItAsRectified() {
    GroupBuilder before = aGroup("群").toBeDissolvedBy(daysAgo(8));
    GroupBuilder after = aGroup("群").endedOn(TODAY);
    var input = onTheFactsOf(after).input();

    FindingChanges changes =
        FindingChanges.between(
            notExecuted(before), DetectionScan.scan(rules(), input), input, _ -> rules());

    assertThat(changes.cleared())
        .singleElement()
        .satisfies(cleared -> assertThat(cleared.why()).isEqualTo(ClearedBecause.DATA));
  }

  @Test
  void aRuleThatCannotBeJudgedAnyMoreKeepsItsFindings() {
    GroupBuilder group = aGroup("群").unfiled();
    List<Detected> open = unregistered(group);
    RuleSet bare =
        new RuleSet(
            "district", 2, rules().effectiveFrom(), rules().rules(), new Thresholds(Map.of()));
    var input = onTheFactsOf(group).input();

    assertThat(
            FindingChanges.between(open, DetectionScan.scan(bare, input), input, _ -> rules())
                .isEmpty())
        .isTrue();
  }

  @Test
  void aRenameIsFiledInSomeDays() {
    assertThat(unregistered(aGroup("防台群").filedAs("防汛群", daysAgo(7)))).isEmpty();
    assertThat(unregistered(aGroup("防台群").filedAs("防汛群", daysAgo(8)).lacking("purpose")))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.evidence().values())
              .containsEntry("kind", new Evidence.Value.Word("RENAMED"))
              .containsEntry("filedName", new Evidence.Value.Word("防汛群"))
              .containsEntry("renamedOn", new Evidence.Value.Day(daysAgo(8)))
              .containsEntry("graceDays", new Evidence.Value.Amount(BigDecimal.valueOf(7)))
              .containsEntry("missing", new Evidence.Value.Ids(List.of("purpose")));
          assertThat(found.gravity()).isEqualTo(1);
        });
    assertThat(unregistered(aGroup("防台群").filedAs("防汛群", daysAgo(8)).toBeDissolvedBy(TODAY)))
        .as("it is to end")
        .isEmpty();
  }

  @Test
  void filingTheNewNameClearsIt() {
    List<Detected> open = unregistered(aGroup("防台群").filedAs("防汛群", daysAgo(8)));
    var input = onTheFactsOf(aGroup("防台群")).input();

    assertThat(
            FindingChanges.between(open, DetectionScan.scan(rules(), input), input, _ -> rules())
                .cleared())
        .singleElement()
        .satisfies(cleared -> assertThat(cleared.why()).isEqualTo(ClearedBecause.DATA));
  }

  @Test
  void aRenameSinceAFilingThatDoesNotTellItsNameIsUnknown() {
    var renamed = onTheFactsOf(aGroup("群").filedAs(null, daysAgo(8)));
    var inTime = onTheFactsOf(aGroup("群").filedAs(null, daysAgo(7)));
    var exempt =
        onTheFactsOf(aGroup("群").filedAs(null, daysAgo(8)))
            .exempting(DetectionRule.UNREGISTERED, new Exemption.Scope.Group(aGroup("群").id()));
    var lacking = onTheFactsOf(aGroup("群").filedAs(null, daysAgo(8)).lacking("kind"));

    assertThat(renamed.detect(DetectionRule.UNREGISTERED)).isEmpty();
    assertThat(registerExposures(renamed)).containsExactly(new Exposure(0, 1));
    assertThat(registerExposures(inTime)).containsExactly(new Exposure(1, 0));
    assertThat(registerExposures(exempt)).isEmpty();
    assertThat(lacking.detect(DetectionRule.UNREGISTERED)).as("a known fault stays one").hasSize(1);
    assertThat(registerExposures(lacking)).containsExactly(new Exposure(1, 0));
  }

  private static List<Exposure> registerExposures(ScanBuilder scan) {
    return Fixtures.exposures(scan.scan(rules()), DetectionRule.UNREGISTERED);
  }

  private static List<Detected> unregistered(GroupBuilder group) {
    return unregistered(group, Map.of());
  }

  private static List<Detected> unregistered(GroupBuilder group, Map<String, String> otherThan) {
    return onTheFactsOf(group).detect(DetectionRule.UNREGISTERED, rules(1, otherThan));
  }

  private static List<Detected> notExecuted(GroupBuilder group) {
    return onTheFactsOf(group).detect(DetectionRule.NOT_EXECUTED);
  }

  private static List<Detected> allowance(List<GroupBuilder> groups, GroupBuilder... others) {
    var all = new ArrayList<>(groups);
    all.addAll(List.of(others));
    return onTheFactsOf(all.toArray(GroupBuilder[]::new)).detect(DetectionRule.ALLOWANCE);
  }
}
