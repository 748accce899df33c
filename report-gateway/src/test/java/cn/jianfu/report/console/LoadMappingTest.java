package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoadMappingTest {

  @Test
  void theStepsFollowTheLimitsOfTheRules() {
    assertThat(LoadMapping.steps(10, 20))
        .extracting(LoadPage.Step::text)
        .containsExactly("1–4", "5–9", "10–19", "≥ 20");
    assertThat(LoadMapping.steps(3, 4))
        .extracting(LoadPage.Step::text)
        .containsExactly("1", "2", "3", "≥ 4");
    assertThat(LoadMapping.steps(2, 3))
        .extracting(LoadPage.Step::text)
        .containsExactly("1", "2", "≥ 3");
  }

  @Test
  void withoutRulesThereIsOneStep() {
    assertThat(LoadMapping.steps(null, null))
        .extracting(LoadPage.Step::text)
        .containsExactly("≥ 1");
  }

  @Test
  void everybodyIsInOneOfTheSteps() {
    LoadPage page =
        Objects.requireNonNull(new SampleDistrict().load(SampleDistrict.XINDIAN, null).block());

    assertThat(page.rows())
        .isNotEmpty()
        .allSatisfy(row ->
            assertThat(row.cells().stream().mapToLong(LoadPage.Cell::people).sum())
                .isEqualTo(row.people()));
  }
}
