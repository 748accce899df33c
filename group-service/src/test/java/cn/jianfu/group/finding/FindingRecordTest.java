package cn.jianfu.group.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.ClearedBecause;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Evidence;
import cn.jianfu.group.detection.domain.Severity;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingRecordTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  @ParameterizedTest
  @EnumSource
  void everyReasonIsReadAsItWasWritten(ClearedBecause why) {
    assertThat(FindingRecord.of(cleared(why)).finding().clearedWhy()).isEqualTo(why);
  }

  /** In a rolling update an instance of before reads what this one writes, and must not fail. */
  @ParameterizedTest
  @EnumSource
  void whatVersionsOfBeforeReadIsAReasonThatTheyKnow(ClearedBecause why) {
    assertThat(FindingRecord.of(cleared(why)).clearedWhy())
        .isIn("DATA", "RULE_SET", "EXEMPTION", "SUBJECT_CLOSED", "JOINED", "WITHDRAWN");
  }

  private static Finding cleared(ClearedBecause why) {
    Detected found =
        new Detected(
            "f",
            DetectionRule.SAME_MATTER,
            "s",
            Severity.MAJOR,
            "district@1",
            "350213101901",
            "350213101000",
            List.of("a", "b"),
            2,
            Evidence.builder().number("count", 2).build());
    return Finding.raised(found, "title", "HIGH", DAY).cleared(why, DAY.plusDays(1));
  }
}
