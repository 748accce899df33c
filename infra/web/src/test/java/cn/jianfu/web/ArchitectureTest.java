package cn.jianfu.web;

import static org.assertj.core.api.Assertions.assertThatCode;

import cn.jianfu.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theRulesOfInfraHold() {
    assertThatCode(() -> ArchitectureRules.checkInfra("web")).doesNotThrowAnyException();
  }
}
