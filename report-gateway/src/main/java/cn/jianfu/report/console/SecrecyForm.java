package cn.jianfu.report.console;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * What somebody says about secrecy, as it was sent.
 *
 * @param sure whether the statement was ticked, or the report confirmed
 * @param id of the incident; made by the page, so that a form sent twice is one incident
 * @param group where something was found; empty when it is not said
 * @param found the day as it was typed
 * @param resolved the day as it was typed; empty while it is not put right
 */
record SecrecyForm(Say say, boolean sure, String id, String group, String found, String resolved) {

  /** What is said. */
  enum Say {
    STATE,
    TAKE_BACK,
    REPORT
  }

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{0,64}");
  private static final Pattern GROUP = Pattern.compile("|[0-9]{12}/[A-Z_]{1,20}/[^\\s/]{1,560}");

  static SecrecyForm of(MultiValueMap<String, String> sent) {
    var id = text(sent, "id");
    var group = text(sent, "group");
    if (!ID.matcher(id).matches() || !GROUP.matcher(group).matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return new SecrecyForm(
        say(text(sent, "say")),
        "yes".equals(text(sent, "sure")),
        id,
        group,
        text(sent, "found").strip(),
        text(sent, "resolved").strip());
  }

  private static Say say(String text) {
    return switch (text) {
      case "STATE" -> Say.STATE;
      case "TAKE_BACK" -> Say.TAKE_BACK;
      case "REPORT" -> Say.REPORT;
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    };
  }

  /** The texts' keys by field, where something is wrong. */
  Map<String, String> problems() {
    return switch (say) {
      case STATE -> sure ? Map.of() : Map.of("sure", "secrecy.sure.missing");
      case TAKE_BACK -> Map.of();
      case REPORT -> {
        if (id.isEmpty()) {
          throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (foundOn() == null) {
          yield Map.of("found", "secrecy.day.missing");
        }
        yield resolved.isEmpty() || resolvedOn() != null
            ? Map.of()
            : Map.of("resolved", "secrecy.day.missing");
      }
    };
  }

  /** A new incident stands for good, so that its reporter is told first what follows from it. */
  boolean asksFirst() {
    return say == Say.REPORT && resolved.isEmpty() && !sure;
  }

  @Nullable LocalDate foundOn() {
    return AsOf.read(found);
  }

  @Nullable LocalDate resolvedOn() {
    return AsOf.read(resolved);
  }

  private static String text(MultiValueMap<String, String> sent, String name) {
    return Objects.requireNonNullElse(sent.getFirst(name), "");
  }
}
