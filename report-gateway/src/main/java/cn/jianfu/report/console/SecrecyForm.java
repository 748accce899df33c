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
 * @param sure whether the statement was ticked, or the report or its withdrawal confirmed
 * @param id of the incident; made by the page, so that a form sent twice is one incident
 * @param group where something was found; empty when it is not said
 * @param found the day as it was typed
 * @param resolved the day as it was typed; empty while it is not put right
 * @param reason why a report is withdrawn
 */
record SecrecyForm(
    Say say, boolean sure, String id, String group, String found, String resolved, String reason) {

  /** As group-service takes it. */
  static final int LONGEST_REASON = 200;

  /** What is said. */
  enum Say {
    STATE,
    TAKE_BACK,
    REPORT,
    WITHDRAW
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
        text(sent, "resolved").strip(),
        text(sent, "reason").strip());
  }

  private static Say say(String text) {
    return switch (text) {
      case "STATE" -> Say.STATE;
      case "TAKE_BACK" -> Say.TAKE_BACK;
      case "REPORT" -> Say.REPORT;
      case "WITHDRAW" -> Say.WITHDRAW;
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    };
  }

  /** The texts' keys by field, where something is wrong. */
  Map<String, String> problems() {
    return switch (say) {
      case STATE -> sure ? Map.of() : Map.of("sure", "secrecy.sure.missing");
      case TAKE_BACK -> Map.of();
      case WITHDRAW -> {
        mustNameOne();
        yield sure && !isReason() ? Map.of("reason", "secrecy.withdraw.missing") : Map.of();
      }
      case REPORT -> {
        mustNameOne();
        if (foundOn() == null) {
          yield Map.of("found", "secrecy.day.missing");
        }
        yield resolved.isEmpty() || resolvedOn() != null
            ? Map.of()
            : Map.of("resolved", "secrecy.day.missing");
      }
    };
  }

  /** Whoever reports something new, or withdraws it, is told first what follows from that. */
  boolean asksFirst() {
    return !sure && (say == Say.WITHDRAW || (say == Say.REPORT && resolved.isEmpty()));
  }

  private void mustNameOne() {
    if (id.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }

  private boolean isReason() {
    return !reason.isEmpty()
        && reason.codePointCount(0, reason.length()) <= LONGEST_REASON
        && reason.chars().noneMatch(Character::isISOControl);
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
