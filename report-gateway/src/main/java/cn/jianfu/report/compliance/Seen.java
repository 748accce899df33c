package cn.jianfu.report.compliance;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What was made of towns, until it is asked for as made of something else: another version of the
 * town's view, for example, which rises whenever the view is written.
 *
 * @param <O> what says that nothing has happened since, where it is the same
 * @param <V> is never changed
 */
final class Seen<O, V> {

  /**
   * Of a view. Versions of different generations never meet, and a page may straddle the switch.
   */
  record Version(long generation, long version) {}

  private record Kept<O, V>(O of, V value, long weight) {}

  private final Map<String, Kept<O, V>> all = new LinkedHashMap<>(16, 0.75f, true);
  private final long most;
  private final ToLongFunction<V> weight;
  private long held;

  /**
   * @param most weight of all that is kept; what was looked at longest ago goes
   */
  Seen(long most, ToLongFunction<V> weight) {
    this.most = most;
    this.weight = weight;
  }

  /** What is asked for as something else is of no use any more, and goes. */
  synchronized Optional<V> of(String what, O of) {
    Kept<O, V> kept = all.get(what);
    if (kept == null || kept.of().equals(of)) {
      return Optional.ofNullable(kept).map(Kept::value);
    }
    all.remove(what);
    held -= kept.weight();
    return Optional.empty();
  }

  synchronized void keep(String what, O of, V value) {
    Kept<O, V> next = new Kept<>(of, value, weight.applyAsLong(value));
    Kept<O, V> before = all.put(what, next);
    held += next.weight() - (before == null ? 0 : before.weight());
    Iterator<Kept<O, V>> longestAgo = all.values().iterator();
    while (held > most && longestAgo.hasNext()) {
      held -= longestAgo.next().weight();
      longestAgo.remove();
    }
  }
}
