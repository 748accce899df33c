package cn.jianfu.load.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

  @Test
  void aFigureStandsBesideItsBaselineItsFloorAndItsAim() {
    Figure figure =
        new Figure(
            "Single event",
            "1,000/s",
            "4,000/s",
            0.25,
            List.of(Goal.atLeast(0.25, 0.20, 0.35, "")),
            "32 clients");

    assertThat(FigureTable.of(List.of("Date: today"), List.of(figure)))
        .startsWith("- Date: today\n")
        .contains("| Single event | 1,000/s | 4,000/s | 0.25 | ≥ 0.2 | ≥ 0.35 | floor |\n")
        .endsWith("- **Single event**: 32 clients\n");
  }

  @Test
  void ofTwoGoalsBothMustHold() {
    Figure figure =
        new Figure(
            "Batch",
            "9,000/s",
            "10,000/s",
            0.9,
            List.of(Goal.atLeast(0.9, 0.45, 0.65, ""), Goal.atLeast(9_000, 15_000, 30_000, "/s")),
            "");

    assertThat(FigureTable.of(List.of(), List.of(figure)))
        .contains("| ≥ 0.45 · ≥ 15,000/s | ≥ 0.65 · ≥ 30,000/s | **no**, 40 % below |");
  }

  @Test
  void whatCouldNotBeMeasuredIsNotPassedOver() {
    assertThat(FigureTable.of(List.of(), List.of(Figure.failed("Rebuild", "it failed"))))
        .contains("| Rebuild | not measured | – | – | – | – | – |")
        .contains("- **Rebuild**: it failed");
  }
}
