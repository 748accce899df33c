package cn.jianfu.report.console;

import cn.jianfu.report.reference.domain.Exemption;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * An exemption that is to be added or ended, as it was sent.
 *
 * @param id made by the page, so that a form sent twice is one exemption
 * @param version of the one that is to be ended, as it was shown; 0 for a new one
 */
record ExemptionForm(
    Say say,
    String id,
    long version,
    String rule,
    String unit,
    String reason,
    String approvedBy,
    String from,
    String to) {

  /** What is wished. */
  enum Say {
    ADD,
    END
  }

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,60}");
  private static final Pattern RULE = Pattern.compile("[A-Za-z0-9._-]{0,30}");
  private static final Pattern UNIT = Pattern.compile("|[0-9]{12}");

  static ExemptionForm of(MultiValueMap<String, String> sent) {
    var say = say(text(sent, "say"));
    return new ExemptionForm(
        say,
        matching(ID, text(sent, "id")),
        say == Say.ADD ? 0 : SentVersion.read(sent),
        matching(RULE, text(sent, "rule")),
        matching(UNIT, text(sent, "unit")),
        text(sent, "reason"),
        text(sent, "approvedBy"),
        text(sent, "from"),
        text(sent, "to"));
  }

  private static Say say(String text) {
    return switch (text) {
      case "ADD" -> Say.ADD;
      case "END" -> Say.END;
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    };
  }

  private static String matching(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return text;
  }

  /** The texts' keys by field, where something is missing, too long or cannot be read. */
  Map<String, String> problems() {
    Map<String, String> wrong = new TreeMap<>();
    if (say == Say.END) {
      return wrong;
    }
    problem(wrong, "rule", rule.isEmpty(), "exemption.choose");
    problem(wrong, "unit", unit.isEmpty(), "exemption.choose");
    problem(wrong, "reason", reason.isEmpty(), "exemption.reason.missing");
    problem(wrong, "reason", reason.length() > Exemption.LONGEST_REASON, "exemption.reason.long");
    problem(wrong, "approvedBy", approvedBy.isEmpty(), "exemption.approval.missing");
    problem(
        wrong,
        "approvedBy",
        approvedBy.length() > Exemption.LONGEST_APPROVAL,
        "exemption.approval.long");
    problem(wrong, "from", AsOf.read(from) == null, "exemption.day.missing");
    problem(wrong, "to", AsOf.read(to) == null, "exemption.to.missing");
    return wrong;
  }

  private static void problem(Map<String, String> wrong, String field, boolean is, String key) {
    if (is) {
      wrong.putIfAbsent(field, key);
    }
  }

  /** The exemption that is to be added. */
  Exemption added() {
    return new Exemption(id, rule, unit, null, reason, approvedBy, day(from), day(to), null);
  }

  /**
   * The exemption as it is to end: today is its last day, or it never begins. One that was revoked
   * stays as it is.
   */
  static Exemption ended(Exemption it, LocalDate today) {
    if (it.revokedOn() != null || it.lastDay().isBefore(today)) {
      return it;
    }
    boolean begun = !it.from().isAfter(today);
    return new Exemption(
        it.id(),
        it.rule(),
        it.scopeUnit(),
        it.scopeGroup(),
        it.reason(),
        it.approvedBy(),
        it.from(),
        begun ? today : it.to(),
        begun ? null : it.from());
  }

  private static LocalDate day(String text) {
    return Objects.requireNonNull(AsOf.read(text), "was looked at before");
  }

  private static String text(MultiValueMap<String, String> sent, String name) {
    return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
  }
}
