package cn.jianfu.report.console;

import java.util.Objects;
import org.springframework.util.MultiValueMap;

/**
 * The exemptions that are asked for.
 *
 * @param page from 1
 */
record ExemptionQuery(Show show, int page) {

  static final int ROWS = 50;

  /** Which of them. */
  enum Show {
    RUNNING,
    COMING,
    ENDED,
    ALL
  }

  /** What is not understood does not narrow: an old link still leads somewhere. */
  static ExemptionQuery of(MultiValueMap<String, String> asked) {
    var page = Objects.requireNonNullElse(asked.getFirst("page"), "");
    return new ExemptionQuery(
        show(Objects.requireNonNullElse(asked.getFirst("show"), "")),
        page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
  }

  private static Show show(String text) {
    return switch (text) {
      case "coming" -> Show.COMING;
      case "ended" -> Show.ENDED;
      case "all" -> Show.ALL;
      default -> Show.RUNNING;
    };
  }

  /** The address of another page of the same list. */
  public String address(int to) {
    return "/exemptions?show=" + word(show) + "&page=" + to;
  }

  static String word(Show show) {
    return switch (show) {
      case RUNNING -> "running";
      case COMING -> "coming";
      case ENDED -> "ended";
      case ALL -> "all";
    };
  }
}
