package cn.jianfu.report.compliance;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What was made of towns' views, until another version of the view is asked for. A view's version
 * rises whenever it is written, and it is written after everything that happens to the town.
 *
 * @param <V> is never changed
 */
final class SeenViews<V> {

  /** Versions of different generations never meet, and a page may straddle the switch. */
  record Version(long generation, long version) {}

  private record Seen<V>(Version of, V value, long weight) {}

  private final Map<String, Seen<V>> towns = new LinkedHashMap<>(16, 0.75f, true);
  private final long most;
  private final ToLongFunction<V> weight;
  private long held;

  /**
   * @param most weight of all that is kept; what was looked at longest ago goes
   */
  SeenViews(long most, ToLongFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  synchronized Optional<V> of(String town, Version version) {
    return Optional.ofNullable(towns.get(town))
        .filter(seen -> seen.of().equals(version))
        .map(Seen::value);
  }

  synchronized void keep(String town, Version version, V value) {
    Seen<V> next = new Seen<>(version, value, weight.applyAsLong(value));
    Seen<V> before = towns.put(town, next);
    held += next.weight() - (before == null ? 0 : before.weight());
    Iterator<Seen<V>> longestAgo = towns.values().iterator();
    while (held > most && longestAgo.hasNext()) {
      held -= longestAgo.next().weight();
      longestAgo.remove();
    }
  }
}
