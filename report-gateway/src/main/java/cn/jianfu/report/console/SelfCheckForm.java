package cn.jianfu.report.console;

import cn.jianfu.report.group.SelfCheckAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * An answer to one item, as it was sent.
 *
 * @param name what the page called the group; only to be shown again
 * @param seen the proposal that the page showed
 * @param choice AGREE or a kind of decision; empty when nothing was chosen
 * @param into the group to merge into; empty for none
 * @param problems the text's key by field, where something is wrong
 */
record SelfCheckForm(
    String group,
    String name,
    String seen,
    String choice,
    String into,
    String reason,
    Map<String, String> problems) {

  static final String AGREE = "AGREE";

  private static final Pattern GROUP = Pattern.compile("[0-9]{12}/[A-Z_]{1,20}/[^\\s/]{1,560}");

  static SelfCheckForm of(MultiValueMap<String, String> sent) {
    var group = text(sent, "group");
    var choice = text(sent, "choice");
    var into = text(sent, "into");
    var reason = text(sent, "reason").strip();
    if (!GROUP.matcher(group).matches()
        || !(into.isEmpty() || GROUP.matcher(into).matches())
        || !(choice.isEmpty() || choice.equals(AGREE) || SelfCheckItem.KINDS.contains(choice))) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return new SelfCheckForm(
        group,
        text(sent, "name"),
        text(sent, "seen"),
        choice,
        choice.equals("MERGE") ? into : "",
        reason,
        problems(group, choice, into, reason));
  }

  private static Map<String, String> problems(
      String group, String choice, String into, String reason) {
    var problems = new LinkedHashMap<String, String>();
    if (choice.equals(AGREE)) {
      return problems;
    }
    if (choice.isEmpty()) {
      problems.put("choice", "selfcheck.choice.missing");
    }
    if (choice.equals("MERGE") && !isOther(into, group)) {
      problems.put("into", "selfcheck.into.missing");
    }
    var wrong = Reason.problem(reason);
    if (wrong != null) {
      problems.put("reason", wrong);
    }
    return problems;
  }

  /** Another group of the same unit. */
  private static boolean isOther(String into, String group) {
    return !into.equals(group) && into.startsWith(unitOf(group) + "/");
  }

  private static String unitOf(String group) {
    return group.substring(0, group.indexOf('/'));
  }

  String unit() {
    return unitOf(group);
  }

  SelfCheckAnswer answer() {
    return agrees()
        ? SelfCheckAnswer.confirming(group)
        : new SelfCheckAnswer(group, false, choice, into.isEmpty() ? null : into, reason);
  }

  public boolean agrees() {
    return choice.equals(AGREE);
  }

  public String key() {
    return SelfCheckItem.key(group);
  }

  public int shortest() {
    return Reason.SHORTEST;
  }

  public int longest() {
    return Reason.LONGEST;
  }

  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  private static String text(MultiValueMap<String, String> sent, String name) {
    return Objects.requireNonNullElse(sent.getFirst(name), "");
  }
}
