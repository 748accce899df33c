package cn.jianfu.group.detection.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The rules that are found from data alone. */
public enum DetectionRule {
  /** 交叉群, 重复群. */
  OVERLAP("G-OVER", About.GROUPS_TOGETHER),
  /** 僵尸群. */
  ZOMBIE("G-ZOMB", About.GROUP),
  /** 临时性、阶段性工作群 past its end. */
  OUTLIVED("G-TEMP", About.GROUP),
  /** 一事多群. */
  SAME_MATTER("G-DUPM", About.UNIT),
  /** 一人多群. */
  GROUP_LOAD("G-DUPP", About.PERSON),
  /** One platform group declared by two towns, or by two units of one. */
  DECLARED_TWICE("G-TWICE", About.DECLARATIONS),
  /** 未入台账、未备案、要素不全. */
  UNREGISTERED("G-REG", About.GROUP),
  /** 未批先建. */
  UNAPPROVED("G-APPR", About.GROUP),
  /** 谁建群谁负责. */
  ORPHANED("G-OWNER", About.GROUP),
  /** 离岗未退群. */
  LEAVERS("G-LEAVE", About.GROUP),
  /** 一单位一群. */
  ALLOWANCE("G-UNIT", About.UNIT),
  /** 处置不到位. */
  NOT_EXECUTED("G-EXEC", About.DECISION),
  /** 反弹回潮. */
  REBOUND("G-REBOUND", About.GROUP),
  /** 整合后信息过载. */
  FLOOD("G-MEGA", About.GROUP),
  /** 非工作时间布置工作. */
  OFF_HOURS("G-HOURS", About.GROUP),
  /** 打卡接龙、限时响应. */
  INSTANT_REPLY("G-INST", About.GROUP),
  /** 索要材料. */
  MATERIAL("G-DUMP", About.GROUP),
  /** 过度留痕. */
  PROOF("G-TRACE", About.GROUP),
  /** 以群代文. */
  NO_NOTICE("G-NOTICE", About.GROUP),
  /** 聊天群、留痕群、拍马群. */
  DRIFT("G-DRIFT", About.GROUP),
  /** 涉密不上网. */
  SECRECY("G-SECRET", About.WORD);

  private final String id;
  private final About about;

  DetectionRule(String id, About about) {
    this.id = id;
    this.about = about;
  }

  /** The id that rule sets, findings and events use. */
  public String id() {
    return id;
  }

  About about() {
    return about;
  }

  /** Whether each group that a finding names is itself at fault, and not one of too many. */
  public boolean isOfEachGroup() {
    return switch (about) {
      case GROUP, GROUPS_TOGETHER, DECISION -> true;
      case UNIT, DECLARATIONS, WORD, PERSON -> false;
    };
  }

  /** The ids of rules whose findings are about a unit with all its groups. */
  public static List<String> idsOfUnits() {
    return Arrays.stream(values())
        .filter(rule -> rule.about == About.UNIT)
        .map(DetectionRule::id)
        .toList();
  }

  public static Optional<DetectionRule> withId(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
  }

  /** What a finding is about, which decides when it is settled by the end of its groups. */
  enum About {
    /** One live group; over with the group. */
    GROUP,
    /** Several groups that are a fault together; over with any of them. */
    GROUPS_TOGETHER,
    /** The groups of a unit; over with the last of them. */
    UNIT,
    /** The declarations of one platform group; over with the last of them. */
    DECLARATIONS,
    /** A decision on a group; the group's end is what was asked for. */
    DECISION,
    /** What a unit says or has not said; no group's end is the end of it. */
    WORD,
    /** A person; no group's end is the end of it. */
    PERSON
  }
}
