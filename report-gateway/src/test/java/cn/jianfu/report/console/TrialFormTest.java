package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialFormTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "45", "0.85", " 60 ", "1000000", "0.12340"})
  void aPlainNumberCanBeTried(String value) {
    assertThat(TrialForm.of("zombie.idleDays", value).number()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-1", "abc", "1000001", "0.12345", "1e9", "1e999999999", "NaN", "４５天"})
  void anythingElseCannot(String value) {
    assertThat(TrialForm.of("zombie.idleDays", value).number()).isEmpty();
  }
}
