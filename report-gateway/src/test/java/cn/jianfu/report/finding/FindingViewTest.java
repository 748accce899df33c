package cn.jianfu.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.FindingOnDay;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingViewTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  /** What was published long ago still names who it is about, as a reference. */
  @Test
  void whomAFindingIsAboutIsNotShown() {
    assertThat(viewOf("G-DUPP", "k1:hash|350213101000").subjectKey()).isEqualTo("f");
    assertThat(viewOf("G-ZOMB", "g").subjectKey()).isEqualTo("g");
  }

  private static FindingView viewOf(String rule, String subject) {
    Detected detected =
        new Detected(
            "f",
            rule,
            subject,
            List.of(),
            "群",
            "350213101000",
            "350213101000",
            Severity.MAJOR,
            "district@1",
            Map.of("groups", 12),
            "因为",
            "because",
            "API",
            DAY,
            List.of(new Run(DAY, null, null)),
            List.of());
    FindingOnDay shown =
        FindingOnDay.of(detected, Handling.none("f"), DAY, BigDecimal.ZERO).orElseThrow();
    return FindingView.of(shown, false, DAY);
  }
}
