package cn.jianfu.group.register.domain;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which field a heading means; a heading is matched as a whole, never in part. */
final class Headings {

  /** A longer text is no heading. */
  private static final int LONGEST = 100;

  /** Explanations such as （人） or (微信/QQ) do not belong to the heading. */
  private static final Pattern EXPLANATION = Pattern.compile("[(\\[【〔].*?[)\\]】〕]");

  /** Running numbers, and what we do not take: telephone numbers are nobody's business here. */
  private static final Set<String> PASSED_OVER =
      Set.of(
          "序号",
          "序",
          "no",
          "行号",
          "联系电话",
          "电话",
          "联系方式",
          "手机",
          "手机号",
          "手机号码",
          "电话号码",
          "群主电话",
          "群主联系电话",
          "群主联系方式",
          "群主手机号",
          "负责人电话",
          "管理员电话",
          // What the console's own table says besides; it follows from the rest.
          "决定日期",
          "decided",
          "执行期限",
          "due",
          "执行日期",
          "executed",
          "存量问题",
          "openfindings",
          "规则",
          "rule",
          "名单人数",
          "memberslisted",
          "最近活跃",
          "lastactive",
          "数据来源",
          "source");

  /** How it stands with a group, in the console's own table. */
  private static final Set<String> STATE = Set.of("群状态", "groupstatus");

  private static final Map<String, Set<RegisterField>> MEANINGS = meanings();

  private Headings() {}

  static String key(String heading) {
    if (heading.length() > LONGEST) {
      return heading;
    }
    String folded = PlainText.folded(heading);
    String bare = PlainText.key(EXPLANATION.matcher(folded).replaceAll(""));
    return bare.isEmpty() ? PlainText.key(folded) : bare;
  }

  /** The fields that a heading may mean: none when unknown, several when its values must tell. */
  static Set<RegisterField> meaningsOf(String heading) {
    return MEANINGS.getOrDefault(key(heading), Set.of());
  }

  static boolean isPassedOver(String heading) {
    return PASSED_OVER.contains(key(heading)) || isState(heading);
  }

  static boolean isState(String heading) {
    return STATE.contains(key(heading));
  }

  static boolean isKnown(String heading) {
    return !meaningsOf(heading).isEmpty() || isPassedOver(heading);
  }

  private static Map<String, Set<RegisterField>> meanings() {
    Map<String, Set<RegisterField>> meanings = new HashMap<>();
    for (RegisterField field : RegisterField.values()) {
      meanings.put(key(field.heading()), EnumSet.of(field));
      meanings.put(key(field.headingEn()), EnumSet.of(field));
      Synonyms.of(field).forEach(synonym -> meanings.put(key(synonym), EnumSet.of(field)));
    }
    for (String type : new String[] {"群类型", "类型", "群类别", "类别", "群组类型", "群种类"}) {
      meanings.put(type, EnumSet.of(RegisterField.PLATFORM, RegisterField.KIND));
    }
    return Map.copyOf(meanings);
  }
}
