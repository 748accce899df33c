package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.DetectionRule.REBOUND;
import static cn.jianfu.group.detection.domain.Fixtures.CIVIL_AFFAIRS;
import static cn.jianfu.group.detection.domain.Fixtures.DISTRICT;
import static cn.jianfu.group.detection.domain.Fixtures.MAXIANG;
import static cn.jianfu.group.detection.domain.Fixtures.NEXT_VILLAGE;
import static cn.jianfu.group.detection.domain.Fixtures.OFFICE;
import static cn.jianfu.group.detection.domain.Fixtures.VILLAGE;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.people;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReboundRuleTest {

  @Test
  void mostMembersOfADissolvedGroupInANewOneAreARebound() {
    assertThat(rebound(dissolved().withMembers(people(1, 10)), anew().withMembers(people(4, 30))))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.groups()).containsExactly(anew().id());
          assertThat(found.evidence().values())
              .containsEntry("by", new Evidence.Value.Word("MEMBERS"))
              .containsEntry("dissolvedOn", new Evidence.Value.Day(daysAgo(100)))
              .containsEntry("dissolved", new Evidence.Value.Ids(List.of(dissolved().id())));
        });
    assertThat(rebound(dissolved().withMembers(people(1, 10)), anew().withMembers(people(5, 30))))
        .isEmpty();
  }

  @Test
  void anotherNameAndAnOlderAgeInTheRegisterDoNotHideIt() {
    GroupBuilder disguised =
        anew().createdOn(daysAgo(900)).onMatter("别的").withMembers(people(1, 10));

    assertThat(rebound(dissolved().withMembers(people(1, 10)), disguised)).hasSize(1);
  }

  @Test
  void theSameMatterOfTheSameUnitIsARebound() {
    assertThat(rebound(dissolved().onMatter("ZF01"), anew().onMatter("ZF01"))).hasSize(1);
    assertThat(rebound(dissolved().onMatter("ZF01"), anew().onMatter("ZF02"))).isEmpty();
  }

  @Test
  void theSameMatterOfAUnitAboveOrBelowIsAReboundAndThatOfANeighbourIsNone() {
    assertThat(matterMoved(XINDIAN, VILLAGE)).hasSize(1);
    assertThat(matterMoved(VILLAGE, XINDIAN)).hasSize(1);
    assertThat(matterMoved(VILLAGE, NEXT_VILLAGE)).isEmpty();
    assertThat(matterMoved(OFFICE, CIVIL_AFFAIRS)).isEmpty();
  }

  @Test
  void departmentsThatHaveTheDistrictForATownAreNotAboveEachOther() {
    GroupBuilder ended = dissolved().ofDepartment("350213000011").onMatter("ZF01");
    GroupBuilder live = anew().ofDepartment("350213000012").onMatter("ZF01");

    assertThat(
            onTheFactsOf(ended, live)
                .withUnit(unit("350213000011", DISTRICT))
                .withUnit(unit("350213000012", DISTRICT))
                .detect(REBOUND))
        .isEmpty();
  }

  @Test
  void theSameOwnerAnywhereInTheTownIsARebound() {
    GroupBuilder ended = dissolved().of(VILLAGE).ownedBy("k1:9");

    assertThat(rebound(ended, anew().of(NEXT_VILLAGE).ownedBy("k1:9")))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("by", new Evidence.Value.Word("OWNER"))
                .containsEntry("where", new Evidence.Value.Word("OTHER_UNIT"))
                .containsEntry("dissolvedUnit", new Evidence.Value.Word(VILLAGE)));
    assertThat(rebound(ended, anew().inTown(MAXIANG).ownedBy("k1:9"))).isEmpty();
  }

  @Test
  void anOlderDayOfFoundingThatAReportingUnitNamesAfterwardsDoesNotHideIt() {
    GroupBuilder backdated = anew().createdOn(daysAgo(2000)).onMatter("ZF01");

    assertThat(rebound(dissolved().onMatter("ZF01"), backdated))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("begunOn", new Evidence.Value.Day(daysAgo(60)))
                .containsEntry("begunBy", new Evidence.Value.Word("firstReportInstead"))
                .containsEntry("createdOn", new Evidence.Value.Day(daysAgo(2000))));
  }

  @Test
  void theWordOfAUnitThatBeginsToReportIsTaken() {
    GroupBuilder ended = dissolved().of(VILLAGE).ownedBy("k1:9");
    GroupBuilder old =
        anew().of(NEXT_VILLAGE).createdOn(daysAgo(2000)).knownSince(daysAgo(60)).ownedBy("k1:9");
    GroupBuilder earlier = aGroup("早").of(NEXT_VILLAGE);

    assertThat(rebound(ended, old)).isEmpty();
    assertThat(onTheFactsOf(ended, old, earlier.knownSince(daysAgo(100))).detect(REBOUND))
        .isEmpty();
    assertThat(onTheFactsOf(ended, old, earlier.knownSince(daysAgo(101))).detect(REBOUND))
        .hasSize(1);
  }

  @Test
  void groupsThatWereKnownTogetherAreJudgedByWhatTheirUnitSays() {
    GroupBuilder ended = dissolved().knownSince(daysAgo(60)).onMatter("A");
    GroupBuilder live = anew().createdOn(daysAgo(700)).onMatter("A");

    assertThat(onTheFactsOf(ended, live, aGroup("早")).detect(REBOUND)).isEmpty();
  }

  @Test
  void theSameOwnerIsAReboundUnlessTheMatterIsEvidentlyAnother() {
    assertThat(rebound(dissolved().ownedBy("k1:9"), anew().ownedBy("k1:9"))).hasSize(1);
    assertThat(
            rebound(
                dissolved().ownedBy("k1:9").onMatter("A"), anew().ownedBy("k1:9").onMatter("B")))
        .isEmpty();
  }

  @Test
  void aGroupThatWasThereBeforeOrCameMuchLaterIsNone() {
    GroupBuilder old = dissolved().withMembers(people(1, 10)).onMatter("A");

    assertThat(rebound(old, begun(101).withMembers(people(1, 10)).onMatter("A"))).isEmpty();
    assertThat(rebound(old, begun(9).withMembers(people(1, 10)).onMatter("A"))).isEmpty();
    assertThat(rebound(old, begun(10).withMembers(people(1, 10)).onMatter("A"))).hasSize(1);
  }

  @Test
  void aGroupThatWasFoundedAfterTheDecisionAndBeforeTheEndTakesItsPlaceAllTheSame() {
    GroupBuilder decided = aGroup("已解散").endedOn(daysAgo(70), daysAgo(100)).onMatter("A");

    assertThat(rebound(decided, begun(100).onMatter("A")))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("order", new Evidence.Value.Word("NEW_FIRST"))
                .containsEntry("decidedOn", new Evidence.Value.Day(daysAgo(100)))
                .containsEntry("dissolvedOn", new Evidence.Value.Day(daysAgo(70))));
    assertThat(rebound(decided, begun(101).onMatter("A"))).isEmpty();
    assertThat(rebound(decided, begun(70).onMatter("A")))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values()).doesNotContainKeys("order", "decidedOn"));
    assertThat(
            rebound(
                aGroup("已解散").endedOn(daysAgo(70), daysAgo(100)).withMembers(people(1, 10)),
                begun(90).createdOn(daysAgo(900)).withMembers(people(1, 10))))
        .hasSize(1);
  }

  /** Else whoever withdraws the decision and takes it again is not found. */
  @Test
  void aDecisionThatWasWithdrawnAndTakenAgainIsOfItsFirstDay() {
    assertThat(rebound(announced(110), begun(100).onMatter("A"))).hasSize(1);
    assertThat(rebound(announced(110), begun(111).onMatter("A"))).isEmpty();
    assertThat(rebound(announced(300), begun(180).onMatter("A"))).as("the window").hasSize(1);
    assertThat(rebound(announced(300), begun(181).onMatter("A"))).isEmpty();
  }

  private static GroupBuilder announced(int daysAgo) {
    return aGroup("已解散")
        .endedOn(daysAgo(70), daysAgo(90))
        .announcedOn(daysAgo(daysAgo))
        .onMatter("A");
  }

  @Test
  void theFirstReportOfAUnitThatBeganBetweenDecisionAndEndIsTakenOnlyBeforeTheEnd() {
    GroupBuilder decided = aGroup("已解散").of(VILLAGE).endedOn(daysAgo(70), daysAgo(100));
    GroupBuilder first = aGroup("早").of(NEXT_VILLAGE).knownSince(daysAgo(90));

    assertThat(onTheFactsOf(decided.ownedBy("k1:9"), first, backdated(80)).detect(REBOUND))
        .isEmpty();
    assertThat(onTheFactsOf(decided.ownedBy("k1:9"), first, backdated(60)).detect(REBOUND))
        .hasSize(1);
  }

  private static GroupBuilder backdated(int knownDaysAgo) {
    return begun(knownDaysAgo).of(NEXT_VILLAGE).createdOn(daysAgo(2000)).ownedBy("k1:9");
  }

  @Test
  void aDecisionThatIsEnteredAfterTheDeedIsOfTheDeedsDay() {
    GroupBuilder entered = aGroup("已解散").endedOn(daysAgo(100), daysAgo(70)).onMatter("A");

    assertThat(rebound(entered, begun(100).onMatter("A"))).hasSize(1);
    assertThat(rebound(entered, begun(101).onMatter("A"))).isEmpty();
  }

  @Test
  void groupsThatARegisterNamesTogetherAreNoReboundByTheirMembers() {
    GroupBuilder ended = dissolved().knownSince(daysAgo(60)).withMembers(people(1, 10));
    GroupBuilder live =
        aGroup("在用").knownSince(daysAgo(60)).createdOn(daysAgo(700)).withMembers(people(1, 10));

    assertThat(rebound(ended, live)).isEmpty();
  }

  @Test
  void theGroupThatOthersWereMergedIntoIsNoReboundOfThem() {
    GroupBuilder target = anew().withMembers(people(1, 20)).onMatter("A");
    GroupBuilder merged =
        aGroup("并").mergedInto(target, daysAgo(100)).withMembers(people(1, 10)).onMatter("A");

    assertThat(rebound(merged, target)).isEmpty();
  }

  /** Else whoever has a department, or the next town, found it anew keeps it. */
  @Test
  void theSamePeopleInAnotherTownsGroupAreAReboundAndNothingElseOfItIs() {
    GroupBuilder elsewhere = aGroup("他镇").inTown(MAXIANG).endedOn(daysAgo(100));
    GroupBuilder same = anew().withMembers(people(4, 30));

    assertThat(rebound(elsewhere.withMembers(people(1, 10)), same))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("by", new Evidence.Value.Word("MEMBERS"))
                .containsEntry("where", new Evidence.Value.Word("OTHER_TOWN"))
                .containsEntry("dissolved", new Evidence.Value.Ids(List.of(elsewhere.id()))));
    assertThat(exposure(elsewhere.withMembers(people(1, 10)), same))
        .containsExactly(new Exposure(1, 0));
    assertThat(rebound(elsewhere.withMembers(people(1, 10)), anew().withMembers(people(5, 30))))
        .isEmpty();
    assertThat(
            rebound(elsewhere.onMatter("A").ownedBy("k1:9"), anew().onMatter("A").ownedBy("k1:9")))
        .isEmpty();
    assertThat(exposure(elsewhere.onMatter("A"), anew().onMatter("A")))
        .as("who tells nothing of its people")
        .containsExactly(new Exposure(0, 1));
  }

  /** Else a town that connects its first system has rebounds of everybody else's groups. */
  @Test
  void aUnitThatBeginsToReportIsBelievedAboutGroupsLikeThoseOfOtherTowns() {
    GroupBuilder elsewhere =
        aGroup("他镇").inTown(MAXIANG).endedOn(daysAgo(100)).withMembers(people(1, 10));
    GroupBuilder undated = aGroup("早有").knownSince(daysAgo(60)).withMembers(people(1, 12));
    GroupBuilder dated =
        aGroup("早有").knownSince(daysAgo(60)).createdOn(daysAgo(900)).withMembers(people(1, 12));
    GroupBuilder reported = aGroup("此前所报").knownSince(daysAgo(300));

    assertThat(rebound(elsewhere, dated)).isEmpty();
    assertThat(rebound(elsewhere, undated)).isEmpty();
    assertThat(onTheFactsOf(elsewhere, reported, dated).detect(REBOUND)).hasSize(1);
    assertThat(onTheFactsOf(elsewhere, reported, undated).detect(REBOUND)).hasSize(1);
  }

  @Test
  void aLargeGroupIsNoReboundOfEverySmallOneSomewhereElse() {
    GroupBuilder large = anew().withMembers(people(1, 60));
    GroupBuilder[] small = new GroupBuilder[3];
    for (int i = 0; i < small.length; i++) {
      small[i] =
          aGroup("他镇" + i)
              .inTown(MAXIANG)
              .endedOn(daysAgo(100))
              .withMembers(people(1 + 10 * i, 10 + 10 * i));
    }
    RuleSet half = rules(2, Map.of("overlap.containmentSizeShare", "0.5"));

    assertThat(onTheFactsOf(small[0], small[1], large).detect(REBOUND, half)).isEmpty();
    assertThat(onTheFactsOf(small[0], small[1], small[2], large).detect(REBOUND, half))
        .as("together they are half of it")
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry(
                    "count", new Evidence.Value.Amount(java.math.BigDecimal.valueOf(3))));
  }

  @Test
  void aChatThatAnotherTownTakesOverIsNotFoundedAnew() {
    GroupBuilder elsewhere =
        aGroup("同一群").inTown(MAXIANG).endedOn(daysAgo(100)).withMembers(people(1, 10));
    GroupBuilder taken =
        aGroup("同一群").knownSince(daysAgo(60)).createdOn(daysAgo(60)).withMembers(people(1, 10));

    assertThat(rebound(elsewhere, taken)).isEmpty();
  }

  @Test
  void ofEndedGroupsHereAndElsewhereTheOneHereIsNamedFirst() {
    GroupBuilder elsewhere =
        aGroup("他镇").inTown(MAXIANG).endedOn(daysAgo(100)).withMembers(people(1, 10));
    GroupBuilder here = dissolved().withMembers(people(1, 10));

    assertThat(onTheFactsOf(elsewhere, here, anew().withMembers(people(1, 10))).detect(REBOUND))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("where", new Evidence.Value.Word("SAME_UNIT"))
                .containsEntry("count", new Evidence.Value.Amount(java.math.BigDecimal.TWO)));
  }

  @Test
  void itHoldsAsLongAsTheNewGroupDoes() {
    var scan = onTheFactsOf(dissolved().onMatter("A"), anew().onMatter("A"));

    assertThat(scan.on(daysAgo(-400)).detect(REBOUND))
        .isEqualTo(scan.on(daysAgo(0)).detect(REBOUND))
        .hasSize(1);
  }

  @Test
  void onlyGroupsThatFollowADissolutionAreExposed() {
    GroupBuilder ended = dissolved().onMatter("A");

    assertThat(exposure(ended, anew().onMatter("B"))).containsExactly(new Exposure(1, 0));
    assertThat(exposure(ended, begun(300).onMatter("B"))).isEmpty();
  }

  /** Else one group in place of another town's is all that its town could have done right. */
  @Test
  void whoeverCouldHaveTakenInThePeopleOfAnotherTownsGroupIsExposed() {
    GroupBuilder elsewhere =
        aGroup("他镇").inTown(MAXIANG).endedOn(daysAgo(100)).withMembers(people(1, 10));
    GroupBuilder others = anew().withMembers(people(20, 30));
    Exposure one = new Exposure(1, 0);

    assertThat(exposure(elsewhere, others)).containsExactly(one);
    assertThat(exposure(elsewhere, begun(300).withMembers(people(20, 30)))).isEmpty();
    assertThat(exposure(elsewhere, begun(9).withMembers(people(20, 30)))).isEmpty();
    assertThat(exposure(elsewhere, anew().onMatter("B").ownedBy("k1:9")))
        .as("by its people alone it could be told")
        .containsExactly(new Exposure(0, 1));
    assertThat(exposure(dissolved().inTown(MAXIANG).onMatter("A"), others)).isEmpty();
  }

  @Test
  void whoseUnitBeginsToReportIsExposedByItsWordAlone() {
    GroupBuilder elsewhere =
        aGroup("他镇").inTown(MAXIANG).endedOn(daysAgo(100)).withMembers(people(1, 10));
    GroupBuilder old =
        aGroup("早有").knownSince(daysAgo(60)).createdOn(daysAgo(900)).withMembers(people(20, 30));
    GroupBuilder reported = aGroup("此前所报").knownSince(daysAgo(300));

    assertThat(exposure(elsewhere, old)).isEmpty();
    assertThat(exposures(elsewhere, old, reported)).containsExactly(new Exposure(1, 0));
    // A register that is typed in over some days has no new groups in it, and none could be found.
    GroupBuilder typedIn = aGroup("前几日所报");
    assertThat(exposures(elsewhere, old, typedIn.knownSince(daysAgo(61)))).isEmpty();
    assertThat(exposures(elsewhere, old, typedIn.knownSince(daysAgo(150)))).isEmpty();
    assertThat(exposures(elsewhere, old, typedIn.knownSince(daysAgo(151))))
        .containsExactly(new Exposure(1, 0));
  }

  @Test
  void whatIsFoundIsExposedWhateverItsUnitHadReported() {
    GroupBuilder elsewhere =
        aGroup("他镇").inTown(MAXIANG).endedOn(daysAgo(100)).withMembers(people(1, 10));
    GroupBuilder old =
        aGroup("早有").knownSince(daysAgo(60)).createdOn(daysAgo(900)).withMembers(people(1, 12));
    GroupBuilder reported = aGroup("此前所报").knownSince(daysAgo(110));

    assertThat(onTheFactsOf(elsewhere, old, reported).detect(REBOUND)).hasSize(1);
    assertThat(exposures(elsewhere, old, reported)).containsExactly(new Exposure(1, 0));
  }

  /** Else a town's share in its index grows although nothing has happened. */
  @Test
  void thatPeopleAreForgottenByTimeExposesNobodyLess() {
    GroupBuilder elsewhere = aGroup("他镇").inTown(MAXIANG).endedOn(daysAgo(100)).forgotten();
    GroupBuilder here = dissolved().forgotten();
    GroupBuilder live = anew().withMembers(people(20, 30));
    Exposure one = new Exposure(1, 0);

    assertThat(exposure(elsewhere, live)).containsExactly(one);
    assertThat(exposure(here, live)).containsExactly(one);
    assertThat(exposure(here, anew())).containsExactly(new Exposure(0, 1));
    assertThat(rebound(elsewhere, live)).isEmpty();
  }

  @Test
  void whoseTownsEndedGroupsTellNothingIsUnknownWhateverEndedElsewhere() {
    GroupBuilder elsewhere =
        aGroup("他镇").inTown(MAXIANG).endedOn(daysAgo(100)).withMembers(people(1, 10));
    GroupBuilder untold = dissolved();
    GroupBuilder live = anew().withMembers(people(20, 30));

    assertThat(exposures(elsewhere, untold, live)).containsExactly(new Exposure(0, 1));
    assertThat(exposures(elsewhere, untold, anew().withMembers(people(1, 10))))
        .as("what is found is known")
        .containsExactly(new Exposure(1, 0));
  }

  /** Whichever is the plainest: else a merged one beside it hides what counts as a rebound. */
  @Test
  void whatEndedElsewhereIsToldByHowItEndedAndWhenTheLastOfItDid() {
    GroupBuilder target = aGroup("并入").inTown(MAXIANG);
    GroupBuilder merged = aGroup("甲").inTown(MAXIANG).mergedInto(target, daysAgo(90));
    GroupBuilder first = aGroup("乙").inTown(MAXIANG).endedOn(daysAgo(120));
    GroupBuilder last = aGroup("丙").inTown(MAXIANG).endedOn(daysAgo(100));
    GroupBuilder own = dissolved().mergedInto(aGroup("并入本镇"), daysAgo(70));
    GroupBuilder live = anew().withMembers(people(1, 10));
    List.of(merged, first, last, own).forEach(it -> it.withMembers(people(1, 10)));

    assertThat(elsewhere(onTheFactsOf(merged, live))).isEqualTo("null 2026-04-01");
    assertThat(elsewhere(onTheFactsOf(last, live))).isEqualTo("2026-03-22 null");
    assertThat(elsewhere(onTheFactsOf(own, live))).isEqualTo("null null");
    assertThat(elsewhere(onTheFactsOf(merged, first, last, own, live)))
        .isEqualTo("2026-03-22 2026-04-01");
  }

  private static String elsewhere(ScanBuilder facts) {
    Evidence evidence = facts.detect(REBOUND).getFirst().evidence();
    return evidence.day("dissolvedElsewhereOn") + " " + evidence.day("mergedElsewhereOn");
  }

  /** Its town is what decides who is asked; the unit may have gone from one to another. */
  @Test
  void aGroupThatAUnitEndedInAnotherTownIsOfThatTown() {
    GroupBuilder before = dissolved().inTown(MAXIANG).of(OFFICE).withMembers(people(1, 10));

    assertThat(rebound(before, anew().of(OFFICE).withMembers(people(1, 10))))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("where", new Evidence.Value.Word("OTHER_TOWN"))
                .containsKey("dissolvedElsewhereOn"));
  }

  @Test
  void whoTellsNothingThatCouldShowItIsUnknown() {
    GroupBuilder ended = dissolved().onMatter("A").ownedBy("k1:9").withMembers(people(1, 10));
    Exposure unknown = new Exposure(0, 1);

    assertThat(exposure(ended, anew())).containsExactly(unknown);
    assertThat(exposure(dissolved(), anew().onMatter("A"))).containsExactly(unknown);
    assertThat(exposure(dissolved().ownedBy("k1:9"), anew().onMatter("A")))
        .containsExactly(unknown);
    for (GroupBuilder telling :
        List.of(anew().onMatter("B"), anew().ownedBy("k1:8"), anew().withMembers(people(20, 30)))) {
      assertThat(exposure(ended, telling)).containsExactly(new Exposure(1, 0));
    }
  }

  @Test
  void whatWasFoundOfAGroupThatStopsTellingStays() {
    GroupBuilder ended = dissolved().onMatter("A");
    List<Detected> open = rebound(ended, anew().onMatter("A"));
    ScanBuilder untold = onTheFactsOf(ended, anew());

    assertThat(open).hasSize(1);
    assertThat(
            FindingChanges.between(open, untold.scan(rules()), untold.input(), _ -> rules())
                .cleared())
        .isEmpty();
  }

  private static List<Exposure> exposure(GroupBuilder ended, GroupBuilder live) {
    return exposures(ended, live);
  }

  private static List<Exposure> exposures(GroupBuilder... groups) {
    return Fixtures.exposures(onTheFactsOf(groups).scan(rules()), REBOUND);
  }

  private static List<Detected> rebound(GroupBuilder ended, GroupBuilder live) {
    return onTheFactsOf(ended, live).detect(REBOUND);
  }

  private static List<Detected> matterMoved(String from, String to) {
    return onTheFactsOf(dissolved().of(from).onMatter("ZF01"), anew().of(to).onMatter("ZF01"))
        .withUnit(unit(XINDIAN, DISTRICT))
        .withUnit(unit(VILLAGE, DISTRICT, XINDIAN))
        .withUnit(unit(NEXT_VILLAGE, DISTRICT, XINDIAN))
        .withUnit(unit(OFFICE, DISTRICT, XINDIAN))
        .withUnit(unit(CIVIL_AFFAIRS, DISTRICT, XINDIAN))
        .detect(REBOUND);
  }

  private static UnitFacts unit(String code, String... within) {
    return new UnitFacts(code, List.of(within), List.of());
  }

  private static GroupBuilder dissolved() {
    return aGroup("已解散").endedOn(daysAgo(100));
  }

  private static GroupBuilder anew() {
    return begun(60);
  }

  private static GroupBuilder begun(int daysAgo) {
    return aGroup("新建").knownSince(daysAgo(daysAgo)).createdOn(daysAgo(daysAgo));
  }
}
