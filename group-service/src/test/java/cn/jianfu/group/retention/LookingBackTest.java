package cn.jianfu.group.retention;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.group.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookingBackTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  @Test
  void itIsTheWindowInForceAndAMonthMore() {
    assertThat(LookingBack.days(TODAY, rules(of(1, -400, 365), of(2, -1, 90)))).contains(120);
  }

  @Test
  void aLongerWindowThatIsToComeCountsAlready() {
    assertThat(LookingBack.days(TODAY, rules(of(1, -400, 90), of(2, 20, 365)))).contains(395);
    assertThat(LookingBack.days(TODAY, rules(of(1, -400, 90), of(2, 20, 30)))).contains(120);
  }

  @Test
  void withoutRulesNothingIsKnown() {
    assertThat(LookingBack.days(TODAY, rules())).isEmpty();
    assertThat(LookingBack.days(TODAY, rules(of(1, 1, 90)))).isEmpty();
  }

  private static RuleSetV1 of(int version, int fromDay, int window) {
    return new RuleSetV1(
        "district",
        version,
        TODAY.plusDays(fromDay),
        Map.of(),
        Map.of("rebound.windowDays", BigDecimal.valueOf(window)),
        Map.of());
  }

  private static ReferenceData rules(RuleSetV1... all) {
    return new ReferenceData(Map.of(), Map.of(), List.of(all), List.of(), Map.of());
  }
}
