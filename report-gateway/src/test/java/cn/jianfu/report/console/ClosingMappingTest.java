package cn.jianfu.report.console;

import static cn.jianfu.report.closing.Results.CLOSED_AT;
import static cn.jianfu.report.closing.Results.aResult;
import static cn.jianfu.report.closing.Results.metric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.closing.domain.Revision;
import cn.jianfu.report.compliance.TownHistory;
import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.metric.MetricCatalogue;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClosingMappingTest {

  private static final Format FMT = new Format(ZoneId.of("Asia/Shanghai"));
  private static final ClosingMapping MAPPING =
      new ClosingMapping(GatewayUnderTest.shared().context().getBean(MetricCatalogue.class));

  @Test
  void whatWasCorrectedIsWrittenAsOnTheRestOfThePage() {
    ClosedDay closed =
        closed(
            Revision.of(
                aResult().closed(),
                aResult()
                    .scored(Band.GREEN, "86.0")
                    .open("B", 1)
                    .with(metric("M06", 1, 3, 16L, "0.1875", 0))
                    .with(metric("M07", 1, 5, null, "5", 0))
                    .known()));

    assertThat(closed.closedAt()).isEqualTo(CLOSED_AT);
    assertThat(closed.corrections())
        .extracting(
            ClosedDay.Correction::what, it -> then(it), it -> now(it), it -> it.now().parts(FMT))
        .containsExactlyInAnyOrder(
            tuple("band", "attention", "good", "—"),
            tuple("effective", "82.3", "86.0", "—"),
            tuple("open.B", "0", "1", "—"),
            tuple("M06", "6.7%", "18.8%", "3 ÷ 16"),
            tuple("M07", "2", "5", "5"));
  }

  @Test
  void whatIsTheSameIsNoCorrection() {
    assertThat(closed(Revision.of(aResult().closed(), aResult().known())).corrections())
        .isEqualTo(List.of());
  }

  @Test
  void aDayThatIsTooLongAgoToBeComparedKeepsItsClosing() {
    assertThat(
            MAPPING.known(
                new TownHistory.Kept(false, new TownHistory.Closing(CLOSED_AT, false), null)))
        .isEqualTo(new ClosedDay(CLOSED_AT, false, false, List.of(), List.of()));
    assertThat(MAPPING.known(new TownHistory.Kept(true, null, null))).isNull();
  }

  private static ClosedDay closed(Revision revision) {
    return Objects.requireNonNull(
        MAPPING.known(
            new TownHistory.Kept(
                true, new TownHistory.Closing(revision.closedAt(), revision.late()), revision)));
  }

  private static String then(ClosedDay.Correction it) {
    return text(it, it.then());
  }

  private static String now(ClosedDay.Correction it) {
    return text(it, it.now());
  }

  private static String text(ClosedDay.Correction it, ClosedDay.Figure figure) {
    return it.measure().equals("BAND")
        ? String.valueOf(figure.text())
        : figure.in(it.measure(), FMT);
  }
}
