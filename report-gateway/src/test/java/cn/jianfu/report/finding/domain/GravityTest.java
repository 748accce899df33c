package cn.jianfu.report.finding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.EventJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class GravityTest {

  private static final BigDecimal BY_HALF = new BigDecimal("0.5");

  @Test
  void aNumberThatRoseByMoreThanItMayIsWorse() {
    Gravity before = found(Map.of("count", 4, "limit", 3));

    assertThat(found(Map.of("count", 7, "limit", 3)).isWorseThan(before, BY_HALF)).isTrue();
    assertThat(found(Map.of("count", 6, "limit", 3)).isWorseThan(before, BY_HALF)).isFalse();
  }

  @Test
  void aMilderRuleMakesNothingWorse() {
    Gravity before = found(Map.of("idleDaysLimit", 60, "graceDays", 7, "windowDays", 90));
    Gravity milder = found(Map.of("idleDaysLimit", 120, "graceDays", 30, "windowDays", 180));

    assertThat(milder.isWorseThan(before, BY_HALF)).isFalse();
  }

  @Test
  void limitsAreCalledAsThePublishedLanguageSays() throws IOException {
    assertThat(
            EventJson.read(
                new ClassPathResource("evidence-limits.json").getContentAsByteArray(),
                String[].class))
        .containsExactlyInAnyOrderElementsOf(Gravity.LIMITS);
  }

  @Test
  void moreGroupsOrAGraverRuleIsWorse() {
    Gravity before = found(Map.of());

    assertThat(new Gravity(Severity.MAJOR, 2, Map.of()).isWorseThan(before, BY_HALF)).isTrue();
    assertThat(new Gravity(Severity.BLOCKER, 1, Map.of()).isWorseThan(before, BY_HALF)).isTrue();
  }

  @Test
  void whatIsWithinTheBoundsIsNotWorseAndWhatIsBeyondThemIs() {
    Gravity before = found(Map.of("count", 4, "limit", 3, "none", 0));
    Gravity bounds = before.bounds(BY_HALF);

    assertThat(bounds.numbers()).containsOnlyKeys("count");
    BigDecimal most = Objects.requireNonNull(bounds.numbers().get("count"));
    assertThat(most).isEqualByComparingTo("6");
    for (int count = 1; count < 9; count++) {
      assertThat(found(Map.of("count", count, "limit", 9)).isWorseThan(before, BY_HALF))
          .isEqualTo(most.compareTo(BigDecimal.valueOf(count)) < 0);
    }
  }

  private static Gravity found(Map<String, Integer> evidence) {
    return Gravity.of(Severity.MAJOR, 1, evidence);
  }
}
