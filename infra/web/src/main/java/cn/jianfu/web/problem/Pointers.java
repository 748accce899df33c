package cn.jianfu.web.problem;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/** JSON pointers (RFC 6901) from the paths of other libraries. */
final class Pointers {

  private Pointers() {}

  static String of(List<JacksonException.Reference> path) {
    var pointer = new StringBuilder();
    for (var step : path) {
      var name = step.getPropertyName();
      append(pointer, name != null ? name : String.valueOf(step.getIndex()));
    }
    return pointer.toString();
  }

  static String of(Path path) {
    var pointer = new StringBuilder();
    for (var node : path) {
      if (node.getIndex() != null) {
        append(pointer, node.getIndex().toString());
      } else if (node.getKey() != null) {
        append(pointer, node.getKey().toString());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        append(pointer, node.getName());
      }
    }
    return pointer.toString();
  }

  /** From a bean path such as {@code members[2].name}. */
  static String ofBeanPath(String path) {
    var pointer = new StringBuilder();
    for (var step : path.replace("]", "").split("[.\\[]", -1)) {
      append(pointer, step);
    }
    return pointer.toString();
  }

  private static void append(StringBuilder pointer, String step) {
    pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
  }
}
