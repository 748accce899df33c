package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThatCode;

import cn.jianfu.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void thePartsAreStartedByTheirApplicationsAndNotReachedInto() {
    assertThatCode(() -> ArchitectureRules.checkRuntime("allinone")).doesNotThrowAnyException();
  }
}
