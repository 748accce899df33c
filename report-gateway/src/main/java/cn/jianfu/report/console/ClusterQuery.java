package cn.jianfu.report.console;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * Which merges of a town are asked for: those that are proposed, or one that somebody thought of.
 *
 * @param target the group that would go on; empty to see what is proposed
 * @param groups those that would be merged into it
 */
record ClusterQuery(String town, String target, List<String> groups) {

  /** More is no merge that anybody could carry out. */
  private static final int MOST = 50;

  static ClusterQuery of(String town, MultiValueMap<String, String> asked) {
    var target = Objects.requireNonNullElse(asked.getFirst("target"), "");
    var groups =
        Stream.concat(values(asked, "group"), values(asked, "add"))
            .filter(group -> !group.isBlank() && !group.equals(target))
            .distinct()
            .limit(MOST)
            .toList();
    return new ClusterQuery(town, target, groups);
  }

  public boolean tries() {
    return !target.isEmpty() && !groups.isEmpty();
  }

  private static Stream<String> values(MultiValueMap<String, String> asked, String name) {
    return asked.getOrDefault(name, List.of()).stream();
  }
}
