package cn.jianfu.group;

import cn.jianfu.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theServiceKeepsTheRulesOfTheHouse() {
    ArchitectureRules.checkService("group");
  }
}
