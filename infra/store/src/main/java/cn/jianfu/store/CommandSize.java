package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Tells commands that touch a document or two from those that may take a while. */
final class CommandSize {
  private static final int FEW = 4;

  private CommandSize() {}

  static boolean isShort(Document command) {
    return switch (command.keySet().iterator().next()) {
      case "insert" -> few(command, "documents");
      case "update" -> few(command, "updates") && eachById(command, "updates");
      case "delete" -> few(command, "deletes") && eachById(command, "deletes");
      case "findAndModify" -> isById(command.get("query"));
      case "find" -> isById(command.get("filter"));
      case "hello", "isMaster", "ismaster", "ping", "buildInfo", "killCursors", "endSessions" ->
          true;
      default -> false;
    };
  }

  private static boolean few(Document command, String statements) {
    return command.get(statements) instanceof Collection<?> all && all.size() <= FEW;
  }

  private static boolean eachById(Document command, String statements) {
    return command.get(statements) instanceof Collection<?> all
        && all.stream().allMatch(each -> each instanceof Document one && isById(one.get("q")));
  }

  private static boolean isById(@Nullable Object filter) {
    return filter instanceof Document document
        && document.containsKey("_id")
        && !(document.get("_id") instanceof Document);
  }
}
