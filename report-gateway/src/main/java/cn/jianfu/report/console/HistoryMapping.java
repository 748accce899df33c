package cn.jianfu.report.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes entries of a group's page from the history that its owner keeps. It is written by another
 * service, whose next version may say more: what is not there or not known is left out.
 */
final class HistoryMapping {

  private static final Set<String> KINDS = Set.of("PERMANENT", "TEMPORARY", "STAGE", "EMERGENCY");
  private static final Set<String> DECISIONS = Set.of("DISSOLVE", "MERGE", "KEEP", "STANDARDISE");

  /** Of an entry that first says them, they say nothing: the page has them all. */
  private static final Set<String> WHEN_CHANGED =
      Set.of(
          "name",
          "kind",
          "matterTitle",
          "purpose",
          "ownerUnit",
          "ownerRef",
          "filingNo",
          "filedName",
          "createdOn",
          "validUntil",
          "taskCompletedOn",
          "approvalNo",
          "approvedOn",
          "memberCount");

  private static final Set<String> WHEN_SAID =
      Set.of("decision.kind", "decision.mergeInto", "decision.dueOn");

  private final Names names;
  private final Map<String, String> groups;

  /**
   * @param groups names of other groups, as far as they are known
   */
  HistoryMapping(Names names, Map<String, String> groups) {
    this.names = names;
    this.groups = groups;
  }

  GroupPage.Event event(JsonNode entry) {
    return new GroupPage.Event(
        instant(entry.path("at").asString("")),
        kind(entry.path("type").asString("")),
        text(entry.path("actor").path("role")),
        reason(entry.path("reason")),
        entry.path("changes").valueStream().map(this::change).flatMap(Optional::stream).toList());
  }

  /** What happened, without who published it in which version. */
  static String kind(String type) {
    return type.replaceFirst("^group\\.(work-group-)?", "").replaceFirst("\\.v\\d+$", "");
  }

  private Optional<GroupPage.Change> change(JsonNode change) {
    String field = change.path("field").asString("");
    String from = text(change.path("from"));
    String to = text(change.path("to"));
    boolean told =
        (WHEN_CHANGED.contains(field) && from != null) || (WHEN_SAID.contains(field) && to != null);
    return told
        ? Optional.of(new GroupPage.Change(field, value(field, from), value(field, to)))
        : Optional.empty();
  }

  private GroupPage.@Nullable Value value(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (field) {
      // A person is never named here; an older group-service may still say a keyed hash.
      case "ownerRef" -> null;
      case "ownerUnit" -> new GroupPage.Value(null, names.unit(text));
      case "kind" -> new GroupPage.Value(KINDS.contains(text) ? "kind." + text : null, both(text));
      case "decision.kind" ->
          new GroupPage.Value(DECISIONS.contains(text) ? "decision." + text : null, both(text));
      case "decision.mergeInto" -> new GroupPage.Value(null, both(groups.getOrDefault(text, text)));
      default -> new GroupPage.Value(null, both(text));
    };
  }

  private static Words both(String text) {
    return Words.same(text);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  private static @Nullable DecisionReason reason(JsonNode node) {
    return node.isString() ? DecisionReason.of(node.asString()) : null;
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }
}
