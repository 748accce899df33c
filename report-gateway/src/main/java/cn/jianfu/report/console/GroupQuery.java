package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The groups of a town that are asked for; each part is empty when it does not narrow.
 *
 * @param asOf the day on which they are looked at; null for today
 */
record GroupQuery(
    String state, String confidence, String text, int page, @Nullable LocalDate asOf) {

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

  static GroupQuery firstOn(@Nullable LocalDate asOf) {
    return new GroupQuery("", "", "", 1, asOf);
  }

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
        page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1,
        AsOf.read(first(asked, "asOf")));
  }

  /** The rest of an address that asks for the same on another page. */
  public String address() {
    return UriComponentsBuilder.newInstance()
        .queryParam("state", "{state}")
        .queryParam("confidence", "{confidence}")
        .queryParam("q", "{q}")
        .queryParam("asOf", "{asOf}")
        .encode()
        .buildAndExpand(state, confidence, text, asOf == null ? "" : asOf.toString())
        .toUriString();
  }

  public boolean narrowed() {
    return !(state + confidence + text).isEmpty();
  }

  private static String first(MultiValueMap<String, String> asked, String name) {
    var value = asked.getFirst(name);
    return value == null ? "" : value;
  }
}
