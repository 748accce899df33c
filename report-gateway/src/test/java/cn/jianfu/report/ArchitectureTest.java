package cn.jianfu.report;

import cn.jianfu.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theRulesOfTheArchitectureHold() {
    ArchitectureRules.checkService("report");
  }
}
