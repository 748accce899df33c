package cn.jianfu.acceptance;

import cn.jianfu.allinone.sample.PlatformClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the district's gateway answers about a town. */
record TownView(JsonNode answer) {

  static TownView of(PlatformClient client, URI town) {
    return new TownView(client.get(town));
  }

  JsonNode metric(String id) {
    for (JsonNode metric : answer.path("town").path("compliance").path("metrics")) {
      if (metric.path("id").asString().equals(id)) {
        return metric;
      }
    }
    throw new AssertionError("no metric " + id + " in " + answer.path("town"));
  }

  List<JsonNode> groups() {
    List<JsonNode> groups = new ArrayList<>();
    answer.path("groups").forEach(groups::add);
    return groups;
  }

  Stream<String> groupIds() {
    return groups().stream().map(group -> group.path("groupId").asString());
  }

  Map<String, Integer> groupsByState() {
    return count(answer.path("groups"), "state");
  }

  Map<String, Integer> openFindingsByRule() {
    return count(answer.path("findings"), "rule");
  }

  private static Map<String, Integer> count(JsonNode rows, String field) {
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row -> counts.merge(row.path(field).asString(), 1, Integer::sum));
    return counts;
  }
}
