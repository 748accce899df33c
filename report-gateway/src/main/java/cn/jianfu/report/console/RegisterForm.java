package cn.jianfu.report.console;

import cn.jianfu.report.group.GroupOrder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is to become of groups, as it was sent.
 *
 * @param action null before one was chosen
 * @param ids of the groups, each once, in the order in which they were sent
 * @param target the group that goes on, for a merge; empty before one was chosen
 * @param due the day as it was typed; empty for the day that the rules give
 * @param round empty for none
 * @param on the day on which it was carried out, as it was typed; empty for today
 * @param key by which group-service knows what is sent again; empty before a preview
 * @param versions of the groups as they were seen, as far as they are known
 * @param begun whether the fields were before the reader already
 */
record RegisterForm(
    @Nullable RegisterAction action,
    List<String> ids,
    String target,
    String reason,
    String due,
    String round,
    String on,
    String key,
    Map<String, Long> versions,
    boolean begun) {

  static final RegisterForm NONE =
      new RegisterForm(null, List.of(), "", "", "", "", "", "", Map.of(), false);

  /** A page of the register. */
  static final int MOST = RegisterQuery.ROWS;

  /** As much as group-service takes. */
  static final int LONGEST_REASON = 500;

  private static final Pattern GROUP = Pattern.compile("[0-9]{12}/[A-Z_]{1,20}/[^\\s/]{1,1200}");
  private static final Pattern ROUND = Pattern.compile("[^\\p{Cntrl}]{0,64}");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{0,60}");
  private static final Pattern VERSION = Pattern.compile("([0-9]{1,18}) (.+)");

  static RegisterForm of(MultiValueMap<String, String> sent) {
    var target = text(sent, "target");
    var ids = sent.getOrDefault("id", List.of()).stream().distinct().toList();
    ids.forEach(id -> mustMatch(GROUP, id));
    if (!target.isEmpty()) {
      mustMatch(GROUP, target);
    }
    return new RegisterForm(
        action(text(sent, "action")),
        ids,
        target,
        // A form sends line ends as two characters, of which one was typed.
        text(sent, "reason").replace("\r\n", "\n").strip(),
        text(sent, "due").strip(),
        mustMatch(ROUND, text(sent, "round")),
        text(sent, "on").strip(),
        mustMatch(KEY, text(sent, "key")),
        versions(sent.getOrDefault("seen", List.of())),
        sent.containsKey("reason"));
  }

  private static @Nullable RegisterAction action(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return RegisterAction.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, e);
    }
  }

  private static Map<String, Long> versions(List<String> seen) {
    Map<String, Long> versions = new HashMap<>();
    for (String each : seen) {
      var parts = VERSION.matcher(each);
      if (!parts.matches()) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
      }
      versions.put(parts.group(2), Long.valueOf(parts.group(1)));
    }
    return versions;
  }

  private static String mustMatch(Pattern pattern, String text) {
    if (!pattern.matcher(text).matches()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return text;
  }

  /** The groups that something happens to: the one that goes on stays as it is. */
  List<String> groups() {
    return action == RegisterAction.MERGE
        ? ids.stream().filter(id -> !id.equals(target)).toList()
        : ids;
  }

  public boolean has(String id) {
    return ids.contains(id);
  }

  public boolean is(RegisterAction other) {
    return action == other;
  }

  /** The texts' keys by field, where something is missing, too long or cannot be read. */
  Map<String, String> problems(LocalDate today) {
    Map<String, String> wrong = new TreeMap<>();
    problem(wrong, "id", ids.isEmpty(), "register.problem.none");
    problem(wrong, "id", ids.size() > MOST, "register.problem.many");
    problem(wrong, "action", action == null, "register.problem.action");
    if (action == RegisterAction.MERGE) {
      problem(wrong, "target", target.isEmpty(), "register.problem.target");
      problem(wrong, "id", groups().isEmpty(), "register.problem.alone");
    }
    if (action != null && action.decides()) {
      problem(wrong, "reason", reason.isEmpty(), "register.problem.reason");
      problem(wrong, "reason", reason.length() > LONGEST_REASON, "register.problem.reason.long");
    }
    if (action != null && action.dated()) {
      LocalDate day = AsOf.read(due);
      problem(wrong, "due", !due.isEmpty() && day == null, "register.problem.day");
      problem(wrong, "due", day != null && day.isBefore(today), "register.problem.due");
    }
    if (action == RegisterAction.EXECUTE) {
      LocalDate day = AsOf.read(on);
      problem(wrong, "on", !on.isEmpty() && day == null, "register.problem.day");
      problem(wrong, "on", day != null && day.isAfter(today), "register.problem.on");
    }
    return wrong;
  }

  private static void problem(Map<String, String> wrong, String field, boolean is, String key) {
    if (is) {
      wrong.putIfAbsent(field, key);
    }
  }

  /** What group-service is told about each of the groups. */
  GroupOrder order() {
    return switch (Objects.requireNonNull(action, "was looked at before")) {
      case DISSOLVE, MERGE, KEEP, STANDARDISE -> decision(action);
      case EXECUTE -> new GroupOrder.Execute(AsOf.read(on));
      case WITHDRAW -> new GroupOrder.Withdraw();
      case RESTORE -> new GroupOrder.Restore();
      case UNDECLARE -> new GroupOrder.Undeclare();
    };
  }

  private GroupOrder decision(RegisterAction kind) {
    return new GroupOrder.Decide(
        kind.name(),
        reason,
        kind == RegisterAction.MERGE ? target : null,
        kind.dated() ? AsOf.read(due) : null,
        round.isEmpty() ? null : round);
  }

  private static String text(MultiValueMap<String, String> sent, String name) {
    return Objects.requireNonNullElse(sent.getFirst(name), "");
  }
}
