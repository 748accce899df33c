package cn.jianfu.report.console;

import java.util.List;

/** The rules that the sample district applies. */
final class SampleRules {

  record Rule(String id, Words name, String severity) {}

  static final List<Rule> ALL =
      List.of(
          rule("G-ZOMB", "僵尸群", "Zombie group", "M"),
          rule("G-TEMP", "临时群到期未解散", "Temporary group past its end", "M"),
          rule("G-DUPM", "一事多群", "One matter, several groups", "M"),
          rule("G-OVER", "交叉重复群", "Overlapping groups", "M"),
          rule("G-DUPP", "一人多群", "Person in too many groups", "m"),
          rule("G-REG", "未备案群", "Unregistered group", "M"),
          rule("G-SECRET", "涉密信息上群", "Classified information", "B"));

  private SampleRules() {}

  private static Rule rule(String id, String zh, String en, String severity) {
    return new Rule(id, new Words(zh, en), severity);
  }
}
