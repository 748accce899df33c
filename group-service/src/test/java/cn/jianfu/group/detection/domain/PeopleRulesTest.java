package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.MAXIANG;
import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** G-OWNER, G-LEAVE and G-APPR. */
class PeopleRulesTest {

  private static final String ZHANG = "k1:zhang";

  @Test
  void anOwnerWhoHasLeftIsNobodyWhoAnswers() {
    GroupBuilder group = aGroup("群").ownedBy(ZHANG);

    assertThat(orphaned(group, staff(XINDIAN, daysAgo(3))))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("LEFT"))
                .containsEntry("leftOn", new Evidence.Value.Day(daysAgo(3))));
    assertThat(orphaned(group, staff(XINDIAN, null))).isEmpty();
  }

  @Test
  void whoWorksInAnotherTownNowHasNotLeft() {
    assertThat(
            orphaned(
                aGroup("群").ownedBy(ZHANG),
                staff(XINDIAN, daysAgo(3)).add(MAXIANG, ZHANG, null, null, TODAY)))
        .isEmpty();
  }

  @Test
  void aGroupThatNamesNobodyHasNoOwnerWhateverIsKnownOfStaff() {
    assertThat(onTheFactsOf(aGroup("群").ownedByNobody()).detect(DetectionRule.ORPHANED))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("NONE")));
  }

  @Test
  void namingTheOwnerHasSomeDays() {
    assertThat(nobodysSince(daysAgo(7))).isEmpty();
    assertThat(nobodysSince(daysAgo(8))).hasSize(1);
  }

  private static List<Detected> nobodysSince(LocalDate day) {
    return onTheFactsOf(aGroup("群").knownSince(day).ownedByNobody()).detect(DetectionRule.ORPHANED);
  }

  @Test
  void anOwnerWhomNoListHasIsUnknown() {
    for (GroupBuilder group : List.of(aGroup("名字"), aGroup("别人").ownedBy("k1:li"))) {
      var scan = onTheFactsOf(group).withStaff(staff(XINDIAN, null));
      assertThat(scan.detect(DetectionRule.ORPHANED)).isEmpty();
      assertThat(scan.scan(rules()).unknownGroups().get(DetectionRule.ORPHANED)).hasSize(1);
    }
  }

  @Test
  void twoPeopleOfOneNameAreNobody() {
    Directory staff =
        Directory.builder()
            .add(XINDIAN, "k1:1", "k1:name", null, Fixtures.TODAY)
            .add(XINDIAN, "k1:2", "k1:name", null, Fixtures.TODAY)
            .add(XINDIAN, "k1:3", "k1:other", null, Fixtures.TODAY)
            .add(XINDIAN, "k1:3", "k1:other", null, Fixtures.TODAY)
            .build();

    assertThat(staff.personNamed(XINDIAN, "k1:name")).isNull();
    assertThat(staff.personNamed(XINDIAN, "k1:other")).isEqualTo("k1:3");
    assertThat(staff.personNamed(MAXIANG, "k1:other")).isNull();
  }

  @Test
  void whoIsStillInTheGroupSomeDaysAfterLeavingStayed() {
    assertThat(leavers(aGroup("群").withLeavers(TODAY, daysAgo(7)))).isEmpty();
    assertThat(leavers(aGroup("群").withLeavers(TODAY, daysAgo(8), daysAgo(40), daysAgo(2))))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.gravity()).isEqualTo(2);
          assertThat(found.evidence().values())
              .containsEntry("leftOn", new Evidence.Value.Day(daysAgo(40)));
        });
  }

  @Test
  void aSnapshotFromBeforeSaysNothingOfWhoLeftSince() {
    assertLeaversUnknown(aGroup("群").withLeavers(daysAgo(50), daysAgo(45)), rules());
    assertLeaversUnknown(aGroup("群").withLeavers(daysAgo(1), daysAgo(8)), rules());
    assertLeaversKnown(aGroup("群").withLeavers(daysAgo(1), daysAgo(7)), rules());
  }

  @Test
  void aSnapshotThatIsTooOldDoesNotShowThatNobodyStayed() {
    RuleSet fresh = rules(2, Map.of("leave.freshDays", "90"));

    assertLeaversUnknown(aGroup("群").withLeavers(daysAgo(90)), fresh);
    assertLeaversKnown(aGroup("群").withLeavers(daysAgo(89)), fresh);
    assertThat(leavers(aGroup("群").withLeavers(daysAgo(200), daysAgo(220)), fresh).detected())
        .hasSize(1);
  }

  /** Who once sent a list of staff is not clean for ever. */
  @Test
  void aListOfStaffThatIsTooOldOrOfNobodyOrOfAnotherUnitShowsNothing() {
    RuleSet fresh = rules(2, Map.of("staff.freshDays", "180"));
    GroupBuilder group = aGroup("群").withLeavers(TODAY).ownedBy(ZHANG);
    Directory.Builder nobody = Directory.builder().add(XINDIAN, "k1:gone", null, daysAgo(3), TODAY);
    String other = "350213101907";

    assertJudged(group, staffOf(XINDIAN, daysAgo(179)), fresh, new Exposure(1, 0));
    assertJudged(group, staffOf(Fixtures.OFFICE, daysAgo(179)), fresh, new Exposure(1, 0));
    assertJudged(group, staffOf(XINDIAN, daysAgo(180)), fresh, new Exposure(0, 1));
    assertJudged(group, staffOf(XINDIAN, daysAgo(900)), rules(), new Exposure(1, 0));
    assertThat(exposure(group, staffOf(other, TODAY), fresh, DetectionRule.LEAVERS))
        .containsExactly(new Exposure(0, 1));
    assertThat(exposure(group, nobody, fresh, DetectionRule.LEAVERS))
        .containsExactly(new Exposure(0, 1));
  }

  /** A fault that an old list did show stays one. */
  @Test
  void anOwnerWhoHadLeftHasLeftHoweverOldTheListIs() {
    RuleSet fresh = rules(2, Map.of("staff.freshDays", "180"));
    Directory.Builder old =
        Directory.builder().add(XINDIAN, ZHANG, null, daysAgo(300), daysAgo(290));

    assertThat(
            onTheFactsOf(aGroup("群").ownedBy(ZHANG))
                .withStaff(old)
                .detect(DetectionRule.ORPHANED, fresh))
        .hasSize(1);
  }

  private static void assertJudged(
      GroupBuilder group, Directory.Builder staff, RuleSet rules, Exposure exposure) {
    for (DetectionRule rule : List.of(DetectionRule.LEAVERS, DetectionRule.ORPHANED)) {
      assertThat(exposure(group, staff, rules, rule)).as("%s", rule).containsExactly(exposure);
    }
  }

  private static List<Exposure> exposure(
      GroupBuilder group, Directory.Builder staff, RuleSet rules, DetectionRule rule) {
    return Fixtures.exposures(onTheFactsOf(group).withStaff(staff).scan(rules), rule);
  }

  private static Directory.Builder staffOf(String unit, LocalDate on) {
    return Directory.builder().add(XINDIAN, ZHANG, null, null, on).known(unit, on);
  }

  @Test
  void aRuleSetThatSaysNoAgeTakesEverySnapshot() {
    assertLeaversKnown(aGroup("群").withLeavers(daysAgo(900)), rules());
  }

  @Test
  void withoutAListOfTheTownOrWithoutMembersNothingIsKnownOfLeavers() {
    var noStaff = onTheFactsOf(aGroup("群").withLeavers(TODAY, daysAgo(40)));
    var noMembers = onTheFactsOf(aGroup("群")).withStaff(staff(XINDIAN, null));

    assertThat(noStaff.detect(DetectionRule.LEAVERS)).isEmpty();
    assertThat(noStaff.scan(rules()).unknownGroups().get(DetectionRule.LEAVERS)).hasSize(1);
    assertThat(noMembers.scan(rules()).unknownGroups().get(DetectionRule.LEAVERS)).hasSize(1);
  }

  @Test
  void aGroupIsApprovedBeforeItIsSetUp() {
    assertThat(unapproved(born(daysAgo(30)).approvedOn(daysAgo(30)))).isEmpty();
    assertThat(unapproved(born(daysAgo(30)).approvedOn(daysAgo(29))))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("APPROVED_LATE")));
    assertThat(unapproved(born(daysAgo(30)).approvedOn(null)))
        .singleElement()
        .satisfies(found ->
            assertThat(found.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("NO_APPROVAL")));
    assertThat(unapproved(born(daysAgo(7)).approvedOn(null))).isEmpty();
  }

  @Test
  void anApprovalOfNoDayIsNeitherInTimeNorLate() {
    var scanned = onTheFactsOf(born(daysAgo(30)).approvedOnSomeDay()).scan(rules());
    var old = onTheFactsOf(aGroup("老群").createdOn(daysAgo(300)).approvedOnSomeDay());

    assertThat(scanned.detected()).isEmpty();
    assertThat(Fixtures.exposures(scanned, DetectionRule.UNAPPROVED))
        .containsExactly(new Exposure(0, 1));
    assertThat(old.scan(rules()).unknownGroups().get(DetectionRule.UNAPPROVED)).isEmpty();
  }

  @Test
  void groupsFromBeforeTheRuleAreLeftAloneAndThoseOfUnknownAgeAreUnknown() {
    var old = onTheFactsOf(aGroup("老群").createdOn(LocalDate.of(2025, 12, 31)).approvedOn(null));
    var ageless = onTheFactsOf(aGroup("群").createdOn(null).approvedOn(null));

    assertThat(old.detect(DetectionRule.UNAPPROVED)).isEmpty();
    assertThat(old.scan(rules()).exposures().get(DetectionRule.UNAPPROVED)).isEmpty();
    assertThat(ageless.scan(rules()).unknownGroups().get(DetectionRule.UNAPPROVED)).hasSize(1);
  }

  @Test
  void anAgeBeforeTheRuleThatAReportingUnitNamesAfterwardsIsUnknown() {
    GroupBuilder backdated =
        aGroup("后报").createdOn(LocalDate.of(2019, 1, 1)).knownSince(daysAgo(30)).approvedOn(null);
    GroupBuilder first = aGroup("早报");

    assertThat(approvals(backdated, first.knownSince(daysAgo(38))))
        .containsExactly(new Exposure(0, 1));
    assertThat(approvals(backdated, first.knownSince(daysAgo(37))))
        .as("its first register takes some days")
        .isEmpty();
    assertThat(approvals(backdated.approvedOn(daysAgo(40)), first.knownSince(daysAgo(38))))
        .as("approved after the day that it names")
        .containsExactly(new Exposure(0, 1));
    assertThat(
            approvals(
                backdated.approvedOn(LocalDate.of(2018, 1, 1)), first.knownSince(daysAgo(38))))
        .containsExactly(new Exposure(1, 0));
  }

  private static List<Exposure> approvals(GroupBuilder... groups) {
    return Fixtures.exposures(onTheFactsOf(groups).scan(rules()), DetectionRule.UNAPPROVED);
  }

  private static GroupBuilder born(LocalDate day) {
    return aGroup("新群").createdOn(day).knownSince(day);
  }

  private static Directory.Builder staff(String town, @Nullable LocalDate leftOn) {
    return Directory.builder()
        .add(town, ZHANG, null, leftOn, Fixtures.TODAY)
        .known(town, Fixtures.TODAY);
  }

  private static List<Detected> orphaned(GroupBuilder group, Directory.Builder staff) {
    return onTheFactsOf(group).withStaff(staff).detect(DetectionRule.ORPHANED);
  }

  private static List<Detected> leavers(GroupBuilder group) {
    return onTheFactsOf(group).withStaff(staff(XINDIAN, null)).detect(DetectionRule.LEAVERS);
  }

  private static ScanOutcome.Scanned leavers(GroupBuilder group, RuleSet rules) {
    return onTheFactsOf(group).withStaff(staff(XINDIAN, null)).scan(rules);
  }

  private static void assertLeaversUnknown(GroupBuilder group, RuleSet rules) {
    assertThat(Fixtures.exposures(leavers(group, rules), DetectionRule.LEAVERS))
        .containsExactly(new Exposure(0, 1));
  }

  private static void assertLeaversKnown(GroupBuilder group, RuleSet rules) {
    ScanOutcome.Scanned scanned = leavers(group, rules);
    assertThat(scanned.detected()).isEmpty();
    assertThat(Fixtures.exposures(scanned, DetectionRule.LEAVERS))
        .containsExactly(new Exposure(1, 0));
  }

  private static List<Detected> unapproved(GroupBuilder group) {
    return onTheFactsOf(group).detect(DetectionRule.UNAPPROVED);
  }
}
