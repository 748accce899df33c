package cn.jianfu.report.console;

import java.util.List;
import org.springframework.util.MultiValueMap;

/** The groups of a town that are asked for; each part is empty when it does not narrow. */
record GroupQuery(String state, String confidence, String text, int page) {

  static final int ROWS = 20;

  static final List<String> STATES =
      List.of(
          "OBSERVED",
          "DECLARED",
          "FILED",
          "ACTIVE",
          "WARNED",
          "DISSOLVING",
          "DISSOLVED",
          "MERGING",
          "MERGED",
          "ARCHIVED");

  static final List<String> CONFIDENCES = List.of("API", "IMPORTED", "DECLARED");

  static final GroupQuery FIRST = new GroupQuery("", "", "", 1);

  private static final int LONGEST_TEXT = 60;

  static GroupQuery of(MultiValueMap<String, String> asked) {
    var state = first(asked, "state");
    var confidence = first(asked, "confidence");
    var text = first(asked, "q").strip();
    var page = first(asked, "page");
    return new GroupQuery(
        STATES.contains(state) ? state : "",
        CONFIDENCES.contains(confidence) ? confidence : "",
        text.substring(0, Math.min(text.length(), LONGEST_TEXT)),
        page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
  }

  public boolean narrowed() {
    return !(state + confidence + text).isEmpty();
  }

  private static String first(MultiValueMap<String, String> asked, String name) {
    var value = asked.getFirst(name);
    return value == null ? "" : value;
  }
}
