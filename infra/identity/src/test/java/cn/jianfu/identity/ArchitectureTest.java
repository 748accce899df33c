package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThatCode;

import cn.jianfu.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theIssuerKeepsTheRulesOfTheHouseAndStandsAlone() {
    assertThatCode(() -> ArchitectureRules.checkStandalone("identity")).doesNotThrowAnyException();
  }
}
