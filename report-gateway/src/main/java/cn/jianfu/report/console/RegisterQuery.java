package cn.jianfu.report.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which groups of a town's register are asked for; each part is empty when it does not narrow.
 *
 * @param town or the one unit of a reader who sees no other; empty for the reader's own, or the
 *     first
 * @param unit with the units below it
 * @param rule of which a finding is open
 * @param unjudged rule that could not judge them
 * @param todo what is still to be done: decide, execute, or see to what is ending
 */
record RegisterQuery(
    String town,
    String state,
    String confidence,
    String platform,
    String unit,
    String rule,
    String unjudged,
    String todo,
    String text,
    int page) {

  static final int ROWS = 50;

  static final String DECIDE = "decide";
  static final String EXECUTE = "execute";

  static final String ENDING = "ending";

  static final List<String> TODO = List.of(DECIDE, EXECUTE, ENDING);

  static final List<String> PLATFORMS =
      List.of("WECHAT", "WECOM", "QQ", "DINGTALK", "GOV_IM", "OTHER");

  private static final Pattern CODE = Pattern.compile("[0-9]{12}");
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9._-]{1,30}");
  private static final int LONGEST_TEXT = 60;

  /** What is not understood does not narrow: an old link still leads somewhere. */
  static RegisterQuery of(MultiValueMap<String, String> asked) {
    var text = first(asked, "q").strip();
    var page = first(asked, "page");
    return new RegisterQuery(
        first(asked, "town"),
        among(GroupQuery.STATES, first(asked, "state")),
        among(GroupQuery.CONFIDENCES, first(asked, "confidence")),
        among(PLATFORMS, first(asked, "platform")),
        matching(CODE, first(asked, "unit")),
        matching(RULE, first(asked, "rule")),
        matching(RULE, first(asked, "unjudged")),
        among(TODO, first(asked, "todo")),
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
        page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
  }

  /** The same of a town that is known, without a unit or a rule that is not. */
  RegisterQuery of(String known, boolean unitKnown, Predicate<String> isRule) {
    return new RegisterQuery(
        known,
        state,
        confidence,
        platform,
        unitKnown ? unit : "",
        isRule.test(rule) ? rule : "",
        isRule.test(unjudged) ? unjudged : "",
        todo,
        text,
        page);
  }

  public boolean narrowed() {
    return !(state + confidence + platform + unit + rule + unjudged + todo + text).isEmpty();
  }

  /** The address under a path at which the same is asked for. */
  public String address(String path, int toPage) {
    return address(path, todo, toPage);
  }

  public String address(String path, String other, int toPage) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("town", town);
    parts.put("state", state);
    parts.put("confidence", confidence);
    parts.put("platform", platform);
    parts.put("unit", unit);
    parts.put("rule", rule);
    parts.put("unjudged", unjudged);
    parts.put("todo", other);
    parts.put("q", text);
    parts.put("page", toPage > 1 ? String.valueOf(toPage) : "");
    parts.values().removeIf(String::isEmpty);
    var address = UriComponentsBuilder.fromPath(path);
    parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(parts).toUriString();
  }

  private static String among(List<String> known, String word) {
    return known.contains(word) ? word : "";
  }

  private static String matching(Pattern pattern, String text) {
    return pattern.matcher(text).matches() ? text : "";
  }

  private static String first(MultiValueMap<String, String> asked, String name) {
    return Objects.requireNonNullElse(asked.getFirst(name), "");
  }
}
