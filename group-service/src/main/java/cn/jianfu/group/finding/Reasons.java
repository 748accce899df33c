package cn.jianfu.group.finding;

import cn.jianfu.contracts.supervision.RuleV1;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.Evidence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in words why something is a finding: the rule's name, and its evidence in a sentence.
 *
 * <p>Between braces stands the name of a value, which ends in a percent sign when it is a share.
 * One that begins with an at sign is a part that is worded by a word of the evidence: the text
 * under rule, name and word, or under rule and name for what was found before that word was.
 */
final class Reasons {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)(%?)}");
  private static final Pattern PART = Pattern.compile("\\{@([A-Za-z]+)}");
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle zh = bundle(Locale.CHINESE);
  private final ResourceBundle en = bundle(Locale.ENGLISH);

  String inChinese(Detected found, @Nullable RuleV1 rule) {
    String name = rule == null ? found.rule().id() : rule.nameZh();
    return name + "：" + sentence(found, zh);
  }

  String inEnglish(Detected found, @Nullable RuleV1 rule) {
    String name = rule == null ? found.rule().id() : rule.nameEn();
    return name + ": " + sentence(found, en);
  }

  private static String sentence(Detected found, ResourceBundle texts) {
    String whole =
        PART.matcher(texts.getString(keyOf(found, texts)))
            .replaceAll(hit -> Matcher.quoteReplacement(part(found, hit.group(1), texts)));
    return PLACEHOLDER
        .matcher(whole)
        .replaceAll(hit -> Matcher.quoteReplacement(value(found, hit)));
  }

  private static String part(Detected found, String name, ResourceBundle texts) {
    String plain = found.rule().id() + "." + name;
    String worded = plain + "." + text(found.evidence().values().get(name));
    return texts.getString(texts.containsKey(worded) ? worded : plain);
  }

  private static String value(Detected found, MatchResult hit) {
    Evidence.@Nullable Value value = found.evidence().values().get(hit.group(1));
    return value instanceof Evidence.Value.Amount(var share) && !hit.group(2).isEmpty()
        ? percent(share)
        : text(value);
  }

  /** Cut to one decimal, so that it never says more than there is. */
  private static String percent(BigDecimal share) {
    BigDecimal hundredths = share.movePointRight(2).setScale(1, RoundingMode.DOWN);
    return hundredths.stripTrailingZeros().toPlainString() + "%";
  }

  /** A rule may have a sentence for each kind of its findings. */
  private static String keyOf(Detected found, ResourceBundle texts) {
    String rule = found.rule().id();
    for (String distinguishing : new String[] {"kind", "level", "by", "endedBy"}) {
      String special = rule + "." + text(found.evidence().values().get(distinguishing));
      if (texts.containsKey(special)) {
        return special;
      }
    }
    return rule;
  }

  private static String text(Evidence.@Nullable Value value) {
    return switch (value) {
      case null -> "-";
      case Evidence.Value.Amount(var number) -> number.toPlainString();
      case Evidence.Value.Day(var day) -> day.toString();
      case Evidence.Value.Word(var word) -> word;
      case Evidence.Value.Ids(var ids) -> ids.stream().collect(Collectors.joining(", "));
    };
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle("cn.jianfu.group.reasons", locale, NO_FALLBACK);
  }
}
