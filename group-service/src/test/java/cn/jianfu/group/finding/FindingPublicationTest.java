package cn.jianfu.group.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.group.detection.domain.ClearedBecause;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Evidence;
import cn.jianfu.group.detection.domain.FindingId;
import cn.jianfu.group.detection.domain.Severity;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.testkit.Golden;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingPublicationTest {

  private static final String OWN = KnownDistrict.XINDIAN + "/WECOM/wr-1";
  private static final String FOREIGN = KnownDistrict.MAXIANG + "/WECOM/wr-9";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final FindingPublication publication = new FindingPublication();
  private final Reference reference = new Reference();

  FindingPublicationTest() {
    KnownDistrict.teach(reference);
  }

  @Test
  void findingsArePublishedAsTheirGoldenFilesSay() {
    Finding raised = Finding.raised(zombie(), "防汛群", "API", DAY);

    assertGolden(new FindingRaisedV1(publication.of(raised, reference.data())));
    assertGolden(
        new FindingClearedV1(
            publication.of(
                raised.cleared(ClearedBecause.DATA, DAY.plusDays(3)), reference.data())));
  }

  @Test
  void groupsOfAnotherTownAreOnlyCounted() {
    Finding crossing = Finding.raised(overlap(), "防汛群", "API", DAY);

    var published = publication.of(crossing, reference.data());

    assertThat(published.toString()).doesNotContain("wr-9").contains("wr-1");
    assertThat(published.groups()).containsExactly(OWN);
    assertThat(published.evidence()).containsEntry("elsewhere", 1);
  }

  /** Neither its id nor its unit leaves the service; that there is one does. */
  @Test
  void aReboundOfAnotherTownsGroupNamesNothingOfIt() {
    String elsewhere = KnownDistrict.MAXIANG;
    Evidence evidence =
        Evidence.builder()
            .word("by", "MEMBERS")
            .day("begunOn", DAY)
            .word("begunBy", "createdOn")
            .day("dissolvedOn", DAY.minusDays(60))
            .word("where", "OTHER_TOWN")
            .day("dissolvedElsewhereOn", DAY.minusDays(60))
            .day("mergedElsewhereOn", DAY.minusDays(61))
            .word("dissolvedUnit", elsewhere)
            .ids("dissolved", List.of(elsewhere + "/WECOM/old"))
            .limit("windowDays", 90)
            .build();
    Detected found = detected(DetectionRule.REBOUND, OWN, List.of(OWN), evidence);

    var published = publication.of(Finding.raised(found, "新群", "API", DAY), reference.data());

    assertThat(published.toString()).doesNotContain(elsewhere).contains("其他镇街或区直部门");
    assertThat(published.evidence())
        .containsEntry("elsewhere", 1)
        .containsEntry("dissolvedElsewhereOn", "2026-09-02")
        .containsEntry("mergedElsewhereOn", "2026-09-01")
        .doesNotContainKey("dissolvedUnit");
  }

  @Test
  void aReboundSaysWhichDayCountsAndThatAnotherUnitsGroupEnded() {
    Finding finding = Finding.raised(rebound(true), "新群", "API", DAY);
    var published = publication.of(finding, reference.data());

    assertThat(published.toString())
        .contains("另一单位于 2026-09-02 结束一个群后，90 天内同一群主另有新群（2026-10-02 首次报告，自报 2019-01-01 建群不算）")
        .contains(
            "a new group (first reported on 2026-10-02, which counts and not 2019-01-01 as its unit"
                + " says) of the same owner within 90 days after a group ended on 2026-09-02, which"
                + " was of another unit");
    assertThat(published.evidence()).containsEntry("dissolvedUnit", KnownDistrict.XINDIAN_OFFICE);
    var village = publication.seenFrom(KnownDistrict.HONGTIAN, finding, reference.data());
    assertThat(village.toString()).doesNotContain(KnownDistrict.XINDIAN_OFFICE);
    assertThat(village.evidence()).containsEntry("elsewhere", 1);
  }

  @Test
  void aReboundThatWasFoundBeforeItsUnitAndDayWereToldIsStillSaid() {
    var published =
        publication.of(Finding.raised(rebound(false), "新群", "API", DAY), reference.data());

    assertThat(published.toString()).contains("本地于 2026-09-02 结束一个群后，90 天内同一群主另有新群（2026-10-02 起）");
  }

  @Test
  void aReboundBeforeTheEndSaysWhenTheEndWasDecided() {
    String group = KnownDistrict.HONGTIAN + "/WECOM/new";
    Evidence evidence =
        Evidence.builder()
            .word("by", "MATTER")
            .day("begunOn", DAY.minusDays(30))
            .word("begunBy", "createdOn")
            .word("order", "NEW_FIRST")
            .day("decidedOn", DAY.minusDays(31))
            .day("dissolvedOn", DAY)
            .word("where", "SAME_UNIT")
            .build();
    Detected found = detected(DetectionRule.REBOUND, group, List.of(group), evidence);

    assertThat(publication.of(Finding.raised(found, "新群", "API", DAY), reference.data()).toString())
        .contains("本单位于 2026-10-01 决定结束一个群，在 2026-11-01 结束之前，就同一事项另有新群（2026-10-02 建群）")
        .contains(
            "a new group (set up on 2026-10-02) for the same matter between the decision of"
                + " 2026-10-01 to end a group and its end on 2026-11-01, which was of the same"
                + " unit");
  }

  private static Detected rebound(boolean told) {
    String group = KnownDistrict.HONGTIAN + "/WECOM/new";
    return detected(
        DetectionRule.REBOUND,
        group,
        List.of(group),
        Evidence.builder()
            .word("by", "OWNER")
            .day("begunOn", DAY.minusDays(30))
            .word("begunBy", told ? "firstReportInstead" : null)
            .day("createdOn", told ? LocalDate.of(2019, 1, 1) : null)
            .day("dissolvedOn", DAY.minusDays(60))
            .word("where", told ? "OTHER_UNIT" : null)
            .word("dissolvedUnit", told ? KnownDistrict.XINDIAN_OFFICE : null)
            .ids("dissolved", List.of(KnownDistrict.XINDIAN_OFFICE + "/WECOM/old"))
            .number("windowDays", 90)
            .build());
  }

  @Test
  void sharesAreSaidAsPercentages() {
    var published = publication.of(Finding.raised(overlap(), "防汛群", "API", DAY), reference.data());

    assertThat(published.toString())
        .contains("重合度 95%，达到 80%")
        .contains("similarity 95%, limit 80%");
  }

  @Test
  void whatIsStoredIsReadBack() {
    Finding finding = Finding.raised(overlap(), "防汛群", "API", DAY);

    assertThat(FindingRecord.of(finding).finding()).isEqualTo(finding);
  }

  private static Detected zombie() {
    return detected(
        DetectionRule.ZOMBIE,
        OWN,
        List.of(OWN),
        Evidence.builder()
            .day("idleSince", DAY.minusDays(70))
            .day("lastUsedOn", DAY.minusDays(70))
            .number("idleDaysLimit", 60)
            .number("minActiveMembers", 2)
            .build());
  }

  private static Detected overlap() {
    return detected(
        DetectionRule.OVERLAP,
        OWN + "|" + FOREIGN,
        List.of(OWN, FOREIGN),
        Evidence.builder()
            .word("kind", "DUPLICATE")
            .word("first", OWN)
            .word("second", FOREIGN)
            .number("firstMembers", 20)
            .number("secondMembers", 19)
            .number("sharedMembers", 19)
            .number("jaccard", new BigDecimal("0.95"))
            .number("limit", new BigDecimal("0.8"))
            .build());
  }

  private static Detected detected(
      DetectionRule rule, String subject, List<String> groups, Evidence evidence) {
    return new Detected(
        FindingId.of(rule, subject),
        rule,
        subject,
        Severity.MAJOR,
        "district@1",
        KnownDistrict.XINDIAN,
        KnownDistrict.XINDIAN,
        groups,
        0,
        evidence);
  }

  @SuppressWarnings("unchecked")
  private static <E> void assertGolden(E event) {
    Golden.assertMatches((EventType<E>) EventCatalogue.of(event), event);
  }
}
