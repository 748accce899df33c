package cn.jianfu.report.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.util.MultiValueMap;

/**
 * The findings that are asked for; each part is empty when it does not narrow.
 *
 * @param state a state, {@code open} for all that are not settled, or {@code any}
 * @param page from 1
 */
record FindingQuery(
    String town, String rule, String severity, String state, String text, int page) {

  static final int ROWS = 50;

  static final String OPEN = "open";
  static final String ANY = "any";

  /** Those of which a contest waits for an answer. */
  static final String CONTESTED = "contested";

  static final List<String> STATES =
      List.of("SUSPECTED", "CONFIRMED", "REOPENED", "DISMISSED", "FIXED", "CLEARED");

  static final List<String> SEVERITIES = List.of("B", "M", "m");

  private static final int LONGEST_TEXT = 60;

  /** What is not understood does not narrow: an old link still leads somewhere. */
  static FindingQuery of(MultiValueMap<String, String> asked) {
    var text = first(asked, "q").strip();
    var state = first(asked, "state");
    var severity = first(asked, "severity");
    return new FindingQuery(
        first(asked, "town").matches("\\d{12}") ? first(asked, "town") : "",
        first(asked, "rule").matches("[A-Z0-9-]{1,20}") ? first(asked, "rule") : "",
        SEVERITIES.contains(severity) ? severity : "",
        STATES.contains(state) || List.of(ANY, CONTESTED).contains(state) ? state : OPEN,
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
        number(first(asked, "page")));
  }

  /** The address of another page of the same list. */
  public String address(int to) {
    return "/findings?town=%s&rule=%s&severity=%s&state=%s&q=%s&page=%d"
        .formatted(
            town, rule, severity, state, URLEncoder.encode(text, StandardCharsets.UTF_8), to);
  }

  public boolean narrowed() {
    return !(town + rule + severity + text).isEmpty() || !state.equals(OPEN);
  }

  private static String first(MultiValueMap<String, String> asked, String name) {
    var value = asked.getFirst(name);
    return value == null ? "" : value;
  }

  private static int number(String text) {
    return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
  }
}
