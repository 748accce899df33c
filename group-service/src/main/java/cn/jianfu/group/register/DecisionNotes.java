package cn.jianfu.group.register;

import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.web.imports.RowFinding;
import cn.jianfu.web.imports.RowResult;
import cn.jianfu.web.problem.Problem;
import java.util.Map;
import java.util.Set;

/** Why what a row says is to become of its group was not decided, while the rest was taken. */
final class DecisionNotes {

  private static final String PREFIX = "register.decision-";
  private static final Set<String> EXPLAINED =
      Set.of(
          "group.decision-open",
          "group.merges-awaited",
          "group.merge-target-leaving",
          "group.merge-target-unknown",
          "group.merged-into-itself",
          "web.forbidden");

  private DecisionNotes() {}

  static RowFinding withoutTarget(ListedDecision said) {
    return note("without-target", said.words(), "");
  }

  static RowFinding targetUnknown(ListedDecision said) {
    return note("target-unknown", said.words(), "");
  }

  static RowFinding targetAmbiguous(ListedDecision said, Set<String> groupIds) {
    return note("target-ambiguous", said.words(), String.join("、", groupIds));
  }

  static RowFinding declined(DecisionKind kind, Problem why) {
    String type = why.type().name();
    String code = EXPLAINED.contains(type) ? type.substring(type.indexOf('.') + 1) : "declined";
    return note(code, ListedDecision.word(kind), type);
  }

  private static RowFinding note(String code, String decision, String why) {
    return new RowFinding(null, PREFIX + code, Map.of("decision", decision, "why", why));
  }

  /** Whether it is said of the row that its decision was not taken. */
  static boolean isIn(RowResult row) {
    return row.findings().stream().anyMatch(it -> it.code().startsWith(PREFIX));
  }
}
