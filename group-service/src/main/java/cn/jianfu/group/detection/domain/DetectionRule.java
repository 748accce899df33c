package cn.jianfu.group.detection.domain;

import java.util.Arrays;
import java.util.Optional;

/** The rules that are found from data alone. */
public enum DetectionRule {
  /** 交叉群, 重复群. */
  OVERLAP("G-OVER"),
  /** 僵尸群. */
  ZOMBIE("G-ZOMB"),
  /** 临时性、阶段性工作群 past its end. */
  OUTLIVED("G-TEMP"),
  /** 一事多群. */
  SAME_MATTER("G-DUPM"),
  /** 一人多群. */
  GROUP_LOAD("G-DUPP"),
  /** One platform group declared by two towns. */
  DECLARED_TWICE("G-TWICE");

  private final String id;

  DetectionRule(String id) {
    this.id = id;
  }

  /** The id that rule sets, findings and events use. */
  public String id() {
    return id;
  }

  public static Optional<DetectionRule> withId(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
  }
}
