package cn.jianfu.group.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Evidence;
import cn.jianfu.group.detection.domain.FindingId;
import cn.jianfu.group.detection.domain.Severity;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who was taken at its word is said where that was not the group's own source, and only there. */
class SilentByAnotherSourceTest {

  private static final String GROUP = KnownDistrict.XINDIAN + "/WECOM/wr-left";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final LocalDate LAST = DAY.minusDays(130);

  private final Reference reference = new Reference();

  SilentByAnotherSourceTest() {
    KnownDistrict.teach(reference);
  }

  @Test
  void aZombieByTheWordOfAnotherSourceSaysSo() {
    FindingV1 published = published("ANOTHER_SOURCE");

    assertThat(published.reasonZh())
        .endsWith(
            "自 2026-06-24 起没有实质活动（一天至少 2 人发言），已超过 60 天；"
                + "原数据源 2026-06-24 后没有再上报这个群，此后以本单位其他数据源的上报为准，其中没有这个群的活动");
    assertThat(published.reasonEn())
        .endsWith(
            "since 2026-06-24, for more than 60 days; its own source told nothing of it after"
                + " 2026-06-24, and another source of its unit, which reports no use of it, is"
                + " taken at its word");
  }

  /** What is published of those that there are is compared word by word after a restore. */
  @Test
  void anyOtherIsSaidInTheWordsOfBefore() {
    FindingV1 published = published(null);

    assertThat(published.reasonZh()).endsWith("自 2026-06-24 起没有实质活动（一天至少 2 人发言），已超过 60 天");
    assertThat(published.reasonEn())
        .endsWith(
            "no substantive activity (at least 2 senders in a day) since 2026-06-24, for more than"
                + " 60 days");
  }

  private FindingV1 published(@Nullable String silentBy) {
    Evidence evidence =
        Evidence.builder()
            .day("idleSince", LAST)
            .limit("idleDaysLimit", 60)
            .limit("minActiveMembers", 2)
            .word("silentBy", silentBy)
            .day("lastToldOn", silentBy == null ? null : LAST)
            .build();
    Detected found =
        new Detected(
            FindingId.of(DetectionRule.ZOMBIE, GROUP),
            DetectionRule.ZOMBIE,
            GROUP,
            Severity.MAJOR,
            "district@1",
            KnownDistrict.XINDIAN,
            KnownDistrict.XINDIAN,
            List.of(GROUP),
            0,
            evidence);
    return new FindingPublication().of(Finding.raised(found, "弃用群", "API", DAY), reference.data());
  }
}
