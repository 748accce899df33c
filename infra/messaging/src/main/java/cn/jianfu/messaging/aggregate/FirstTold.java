package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.EventSequence;
import cn.jianfu.messaging.inbound.InboundEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The first sequence that each aggregate has told anew since its store was put back. */
final class FirstTold {

  private final Map<Restated<?>, Map<String, Long>> sequences = new ConcurrentHashMap<>();

  void note(Restated<?> collection, InboundEvent event) {
    sequences
        .computeIfAbsent(collection, _ -> new ConcurrentHashMap<>())
        .merge(event.subject(), EventSequence.numberOf(event.sequence()), Math::min);
  }

  /** How many have told something. */
  int size() {
    return sequences.values().stream().mapToInt(Map::size).sum();
  }

  /** The last sequence that the backup has of it, as far as that shows here. */
  long before(Restated<?> collection, String subject) {
    Long first = sequences.getOrDefault(collection, Map.of()).get(subject);
    return first == null ? Long.MAX_VALUE : first - 1;
  }
}
