package cn.jianfu.group.register.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that stand for one of a few values; any other word is asked with the values to choose. */
final class Vocabulary<T> {

  static final Vocabulary<Platform> PLATFORMS =
      new Vocabulary<Platform>("register.platform-unknown")
          .say(Platform.WECHAT, "微信", "微信群", "个人微信", "wechat", "weixin", "微信工作群")
          .say(Platform.WECOM, "企业微信", "企业微信群", "企微", "政务微信", "wecom", "企业微信工作群", "政务微信群")
          .say(Platform.QQ, "QQ", "QQ群", "腾讯QQ", "QQ工作群")
          .say(Platform.DINGTALK, "钉钉", "钉钉群", "dingtalk", "钉钉工作群")
          .say(
              Platform.GOV_IM,
              "政务通讯",
              "政务即时通讯",
              "政务钉钉",
              "闽政通",
              "浙政钉",
              "粤政易",
              "govim",
              "Government IM")
          .say(Platform.OTHER, "其他", "其它", "其他平台", "other", "Other platform");

  static final Vocabulary<Kind> KINDS =
      new Vocabulary<Kind>("register.kind-unknown")
          .say(Kind.PERMANENT, "固定", "固定群", "固定性", "长期", "长期群", "常设", "永久", "日常", "permanent")
          .say(Kind.TEMPORARY, "临时", "临时群", "临时性", "临时性群", "短期", "temporary")
          .say(Kind.STAGE, "阶段", "阶段群", "阶段性", "阶段性群", "stage")
          .say(Kind.EMERGENCY, "应急", "应急群", "应急性", "emergency");

  static final Vocabulary<Decision.Kind> DECISIONS =
      new Vocabulary<Decision.Kind>("register.decision-unknown")
          .say(Decision.Kind.KEEP, "保留", "留", "拟保留", "继续保留", "建议保留", "keep")
          .say(
              Decision.Kind.DISSOLVE,
              "解散",
              "拟解散",
              "建议解散",
              "已解散",
              "撤",
              "撤销",
              "取消",
              "注销",
              "撤并解散",
              "dissolve")
          .say(Decision.Kind.MERGE, "合并", "拟合并", "建议合并", "整合", "并", "merge")
          .say(Decision.Kind.STANDARDISE, "规范", "拟规范", "规范管理", "建议规范", "整改", "规范整改", "standardise");

  private final String unknown;
  private final Map<String, T> words = new HashMap<>();
  private final List<String> choices = new ArrayList<>();

  private Vocabulary(String unknown) {
    this.unknown = unknown;
  }

  private Vocabulary<T> say(T value, String... said) {
    choices.add(said[0]);
    words.put(PlainText.key(String.valueOf(value)), value);
    for (String word : said) {
      words.put(PlainText.key(word), value);
    }
    return this;
  }

  Reading<T> read(CellValue cell) {
    return switch (cell) {
      case CellValue.Blank() -> Reading.nothing();
      case CellValue.Failed _ -> Reading.wrong("register.cell-error");
      case CellValue.Text _, CellValue.Numeric _, CellValue.Day _, CellValue.Truth _ ->
          read(cell.shown());
    };
  }

  private Reading<T> read(String text) {
    if (PlainText.saysNothing(text)) {
      return Reading.nothing();
    }
    T value = words.get(PlainText.key(text));
    return value == null ? new Reading.Unclear<>(unknown, choices) : Reading.clear(value);
  }

  /** Whether a cell holds a word of this vocabulary. */
  boolean knows(CellValue cell) {
    return words.containsKey(PlainText.key(cell.shown()));
  }

  /** The word for each value that the template offers. */
  List<String> choices() {
    return List.copyOf(choices);
  }
}
