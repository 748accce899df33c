package cn.jianfu.report.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why something was decided about a group. What people wrote stays as they wrote it; where the
 * platform wrote it itself, the bundles say the same in the reader's language.
 *
 * @param said as it was published
 * @param key of the text that says the same; null for what people wrote
 * @param what of a text that stands in it, the first of its parts; null for none
 * @param first what else stands in it
 * @param second likewise
 */
record DecisionReason(
    String said, @Nullable String key, @Nullable String what, Words first, Words second) {

  private static final Words NOTHING = Words.same("");
  private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";

  // Published words are never changed, so that what was decided long ago is recognised as well.
  private static final Pattern OUTLIVED =
      Pattern.compile(
          "(临时性|阶段性|应急|)工作群(有效期|任务)已于 %s (?:届满|完成)，(?:此后|%s 提醒后)无人处置，按规则解散".formatted(DAY, DAY));

  private static final Pattern AGREED =
      Pattern.compile("自查确认(?:：([A-Z]+-[A-Z0-9]+(?:、[A-Z]+-[A-Z0-9]+)*))?");
  private static final Pattern LISTED = Pattern.compile("台账处置意见：(?:(保留|解散|合并|规范)|并入(.+))");

  static DecisionReason of(String said) {
    return Stream.of(outlived(said), agreed(said), listed(said))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(new DecisionReason(said, null, null, NOTHING, NOTHING));
  }

  private static @Nullable DecisionReason outlived(String said) {
    Matcher it = OUTLIVED.matcher(said);
    if (!it.matches()) {
      return null;
    }
    String kind =
        switch (it.group(1)) {
          case "临时性" -> "TEMPORARY";
          case "阶段性" -> "STAGE";
          case "应急" -> "EMERGENCY";
          default -> "OTHER";
        };
    String over = it.group(2).equals("任务") ? "done" : "expired";
    String warnedOn = it.group(4);
    return new DecisionReason(
        said,
        "reason.%s.%s".formatted(over, warnedOn == null ? "unwarned" : "warned"),
        "reason.kind." + kind,
        Words.same(it.group(3)),
        warnedOn == null ? NOTHING : Words.same(warnedOn));
  }

  private static @Nullable DecisionReason agreed(String said) {
    Matcher it = AGREED.matcher(said);
    if (!it.matches()) {
      return null;
    }
    String rules = it.group(1);
    return rules == null
        ? new DecisionReason(said, "reason.agreed", null, NOTHING, NOTHING)
        : new DecisionReason(
            said,
            "reason.agreed.rules",
            null,
            Words.joined(Stream.of(rules.split("、")).map(Words::same).toList()),
            NOTHING);
  }

  private static @Nullable DecisionReason listed(String said) {
    Matcher it = LISTED.matcher(said);
    if (!it.matches()) {
      return null;
    }
    String target = it.group(2);
    return target == null
        ? new DecisionReason(said, "reason.listed", decision(it.group(1)), NOTHING, NOTHING)
        : new DecisionReason(said, "reason.listed.into", null, Words.same(target), NOTHING);
  }

  private static String decision(String word) {
    return switch (word) {
      case "保留" -> "decision.KEEP";
      case "解散" -> "decision.DISSOLVE";
      case "合并" -> "decision.MERGE";
      default -> "decision.STANDARDISE";
    };
  }
}
