package cn.jianfu.messaging.aggregate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a round achieved in one collection: grouped, so that one update serves many aggregates. */
final class RoundEnd {

  private final Map<Key, List<String>> whole = new HashMap<>();
  private final Map<Key, List<String>> part = new HashMap<>();
  private int wholeCount;

  /** A group of aggregates that end alike. */
  private record Key(String lease, long upTo) {}

  void add(Grant grant, int acknowledged) {
    String lease = grant.lease().by();
    if (acknowledged == grant.entries().size()) {
      wholeCount++;
      add(whole, new Key(lease, grant.lastSeq()), grant.id());
    } else {
      long upTo = acknowledged == 0 ? 0 : grant.entries().get(acknowledged - 1).seq();
      add(part, new Key(lease, upTo), grant.id());
    }
  }

  private static void add(Map<Key, List<String>> groups, Key key, String id) {
    groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(id);
  }

  int wholeCount() {
    return wholeCount;
  }

  List<Published> whole() {
    return published(whole);
  }

  List<Published> part() {
    return published(part);
  }

  private static List<Published> published(Map<Key, List<String>> groups) {
    return groups.entrySet().stream()
        .map(
            group -> new Published(group.getKey().lease(), group.getKey().upTo(), group.getValue()))
        .toList();
  }
}
