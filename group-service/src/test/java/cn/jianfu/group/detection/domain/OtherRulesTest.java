package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.MAXIANG;
import static cn.jianfu.group.detection.domain.Fixtures.OFFICE;
import static cn.jianfu.group.detection.domain.Fixtures.VILLAGE;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.people;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.group.detection.domain.Exemption.Scope;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherRulesTest {

  @Test
  void moreGroupsThanTheLimitAreTooManyAndTheEvidenceIsACount() {
    var input =
        onTheFactsOf()
            .withLoads(
                new PersonLoad("k1:1", OFFICE, XINDIAN, 10, Fixtures.TODAY),
                new PersonLoad("k1:2", OFFICE, XINDIAN, 11, Fixtures.TODAY),
                new PersonLoad("k1:3", OFFICE, XINDIAN, 21, Fixtures.TODAY));

    assertThat(input.detect(DetectionRule.GROUP_LOAD))
        .extracting(Detected::id, Detected::subject, Detected::gravity, Detected::groups)
        .containsExactlyInAnyOrder(
            tuple(idOf("k1:2"), "k1|" + OFFICE, 0, List.of()),
            tuple(idOf("k1:3"), "k1|" + OFFICE, 1, List.of()));
  }

  /** As it always was, so that what was judged stays judged. */
  private static String idOf(String person) {
    return FindingId.of(DetectionRule.GROUP_LOAD, person + "|" + OFFICE);
  }

  /** Who stops sending lists is not clean for ever; who is in too many by them still is. */
  @Test
  void whoIsOnOldListsAloneIsUnknownUnlessTheyAreTooMany() {
    RuleSet fresh = Fixtures.rules(2, Map.of("members.freshDays", "90"));
    var input =
        onTheFactsOf()
            .withLoads(
                new PersonLoad("k1:1", OFFICE, XINDIAN, 2, daysAgo(90)),
                new PersonLoad("k1:2", OFFICE, XINDIAN, 2, daysAgo(89)),
                new PersonLoad("k1:3", OFFICE, XINDIAN, 11, daysAgo(900)));

    assertThat(input.detect(DetectionRule.GROUP_LOAD, fresh)).hasSize(1);
    assertThat(Fixtures.exposures(input.scan(fresh), DetectionRule.GROUP_LOAD))
        .containsExactly(new Exposure(2, 1));
    assertThat(Fixtures.exposures(input.scan(rules()), DetectionRule.GROUP_LOAD))
        .containsExactly(new Exposure(3, 0));
  }

  @Test
  void aGroupWithAnOldListIsUnknownForOverlapsAndWhatTheListsShowStays() {
    RuleSet fresh = Fixtures.rules(2, Map.of("members.freshDays", "90"));
    var facts =
        onTheFactsOf(
            aGroup("a").withMembers(people(1, 9)).withLeavers(daysAgo(90)),
            aGroup("b").withMembers(people(1, 9)).withLeavers(daysAgo(89)));

    assertThat(facts.detect(DetectionRule.OVERLAP, fresh)).hasSize(1);
    assertThat(Fixtures.exposures(facts.scan(fresh), DetectionRule.OVERLAP))
        .containsExactly(new Exposure(1, 1));
    assertThat(Fixtures.exposures(facts.scan(rules()), DetectionRule.OVERLAP))
        .containsExactly(new Exposure(2, 0));
  }

  @Test
  void whoIsInAGroupWithoutAListIsUnknown() {
    GroupBuilder silent = aGroup("无名单");
    var scanned = onTheFactsOf(silent, aGroup("有名单").withMembers(people(1, 3))).scan(rules());

    assertThat(scanned.unknownGroups().get(DetectionRule.GROUP_LOAD)).containsExactly(silent.id());
  }

  @Test
  void aPersonsLoadCountsLiveGroupsOnce() {
    MemberSets members =
        MemberSets.of(
            Map.of(
                "a", List.of("k1:1", "k1:1", "k1:2"),
                "b", List.of("k1:1"),
                "gone", List.of("k1:1", "k1:3")));

    assertThat(
            PersonLoad.of(
                members,
                group -> !group.equals("gone"),
                group -> group.equals("b") ? Fixtures.TODAY : daysAgo(9),
                ref -> ref.equals("k1:2") ? null : new PersonLoad.Home(OFFICE, XINDIAN)))
        .containsExactly(new PersonLoad("k1:1", OFFICE, XINDIAN, 2, Fixtures.TODAY));
  }

  @Test
  void onePlatformGroupOfTwoTownsIsOneFindingForTheLaterDeclarer() {
    var first = aGroup("联防").inTown(MAXIANG).withExternalId("wx|1").createdOn(daysAgo(50));
    var second = aGroup("联防").inTown(XINDIAN).withExternalId("wx|1").createdOn(daysAgo(20));
    var sameTown = aGroup("联防").withExternalId("wx|1");

    assertThat(onTheFactsOf(first, second, sameTown).detect(DetectionRule.DECLARED_TWICE))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.subject()).isEqualTo("WECOM|wx|1");
          assertThat(found.unit()).isEqualTo(second.facts().unit());
          assertThat(found.gravity()).isEqualTo(2);
        });
  }

  @Test
  void onePlatformGroupOfTwoUnitsOfOneTownIsAFindingToo() {
    var office = aGroup("联防").inTown(XINDIAN).withExternalId("wx|1").knownSince(daysAgo(50));
    var village = aGroup("村联防").of(VILLAGE).withExternalId("wx|1").knownSince(daysAgo(20));
    var elsewhere = aGroup("联防").inTown(MAXIANG).withExternalId("wx|1").knownSince(daysAgo(30));
    var scan = onTheFactsOf(office, village);

    Detected found = scan.detect(DetectionRule.DECLARED_TWICE).getFirst();
    assertThat(scan.detect(DetectionRule.DECLARED_TWICE)).hasSize(1);
    assertThat(found.subject()).isEqualTo("WECOM|wx|1");
    assertThat(found.unit()).isEqualTo(VILLAGE);
    assertThat(found.gravity()).isEqualTo(1);
    assertThat(found.evidence().values())
        .containsEntry("kind", new Evidence.Value.Word("ONE_TOWN"))
        .containsEntry("units", new Evidence.Value.Amount(BigDecimal.valueOf(2)))
        .doesNotContainKey("townCodes");

    // Another town makes it worse, and is told of as before.
    assertThat(onTheFactsOf(office, village, elsewhere).detect(DetectionRule.DECLARED_TWICE))
        .singleElement()
        .satisfies(worse -> {
          assertThat(worse.id()).isEqualTo(found.id());
          assertThat(worse.isWorseThan(found)).isTrue();
          assertThat(worse.evidence().values())
              .containsKey("townCodes")
              .doesNotContainKeys("kind", "units");
        });
    assertThat(
            scan.exempting(DetectionRule.DECLARED_TWICE, new Scope.Group(village.id()))
                .scan(Fixtures.rules())
                .exempt())
        .extracting(Detected::id)
        .containsExactly(found.id());
    assertThat(onTheFactsOf(office, village.dissolved()).detect(DetectionRule.DECLARED_TWICE))
        .isEmpty();
  }

  @Test
  void aGroupThatATownOnlySeesInUseIsDeclaredByTheOtherAlone() {
    var declared = aGroup("联防").inTown(MAXIANG).withExternalId("wx|1").createdOn(daysAgo(50));
    var seen = aGroup("联防").inTown(XINDIAN).withExternalId("wx|1").createdOn(null).undeclared();

    assertThat(onTheFactsOf(declared, seen).detect(DetectionRule.DECLARED_TWICE)).isEmpty();
  }

  @Test
  void whoDeclaredLaterAnswersForItWhateverDayItSaysTheGroupIsFrom() {
    var first = aGroup("联防").inTown(MAXIANG).withExternalId("wx|1").knownSince(daysAgo(50));
    var second = aGroup("联防").inTown(XINDIAN).withExternalId("wx|1").knownSince(daysAgo(20));

    assertThat(
            onTheFactsOf(first.createdOn(daysAgo(60)), second.createdOn(daysAgo(900)))
                .detect(DetectionRule.DECLARED_TWICE))
        .extracting(Detected::town)
        .containsExactly(XINDIAN);
  }

  @Test
  void anExemptionOfATownCoversItsUnitsForItsDaysOnly() {
    var group = aGroup("应急").temporary().validUntil(daysAgo(100));
    var exempted = onTheFactsOf(group).exempting(DetectionRule.OUTLIVED, new Scope.Unit(XINDIAN));

    assertThat(exempted.detect(DetectionRule.OUTLIVED)).isEmpty();
    assertThat(exempted.scan(Fixtures.rules()).exempt()).hasSize(1);
    assertThat(exempted.on(Fixtures.TODAY.plusDays(10)).detect(DetectionRule.OUTLIVED)).isEmpty();
    assertThat(exempted.on(Fixtures.TODAY.plusDays(11)).detect(DetectionRule.OUTLIVED)).hasSize(1);
    assertThat(
            onTheFactsOf(group)
                .exempting(DetectionRule.ZOMBIE, new Scope.Unit(XINDIAN))
                .detect(DetectionRule.OUTLIVED))
        .hasSize(1);
  }

  @Test
  void anExemptionOfTheDistrictCoversWhatIsWithinIt() {
    var group = aGroup("应急").temporary().validUntil(daysAgo(100));

    assertThat(
            onTheFactsOf(group)
                .withUnit(new UnitFacts(OFFICE, List.of(XINDIAN, "350213000000"), List.of()))
                .exempting(DetectionRule.OUTLIVED, new Scope.Unit("350213000000"))
                .detect(DetectionRule.OUTLIVED))
        .isEmpty();
  }

  @Test
  void aRuleThatLacksItsNumberIsNotJudgedAndTheOthersAre() {
    RuleSet rules = Fixtures.rules();
    RuleSet bare =
        new RuleSet("x", 1, rules.effectiveFrom(), rules.rules(), new Thresholds(Map.of()));
    var first = aGroup("联防").inTown(MAXIANG).withExternalId("wx|1").createdOn(daysAgo(50));
    var second = aGroup("联防").inTown(XINDIAN).withExternalId("wx|1").createdOn(daysAgo(20));

    ScanOutcome.Scanned scanned = onTheFactsOf(first, second).scan(bare);

    assertThat(scanned.detected())
        .extracting(Detected::rule)
        .containsExactly(DetectionRule.DECLARED_TWICE);
    assertThat(scanned.unjudged())
        .containsKeys(DetectionRule.OVERLAP, DetectionRule.ZOMBIE)
        .doesNotContainKey(DetectionRule.DECLARED_TWICE);
  }

  @Test
  void theRuleSetInForceIsTheLatestThatHasTakenEffect() {
    RuleSet first = Fixtures.rules(1, Map.of());
    RuleSet second = Fixtures.rules(2, Map.of());
    RuleSet future =
        new RuleSet("district", 3, Fixtures.TODAY.plusDays(1), first.rules(), first.thresholds());

    assertThat(RuleSet.inForceOn(Fixtures.TODAY, List.of(second, future, first))).isEqualTo(second);
    assertThat(RuleSet.inForceOn(daysAgo(900), List.of(first))).isNull();
  }
}
