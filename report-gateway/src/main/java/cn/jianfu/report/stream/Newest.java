package cn.jianfu.report.stream;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;

/** How all stands, and then what changes, so that the last that is said of a subject holds. */
public final class Newest {

  private Newest() {}

  /**
   * Listening begins before the snapshot is read, so that nothing falls between the two, and the
   * snapshot never follows what is live: it would take back a change that came after it. Whatever
   * changes while a live one is read is read again, so the live one may always stand.
   *
   * @param subject what one of them is about
   */
  public static <T> Flux<T> of(Flux<T> snapshot, Flux<T> live, Function<T, Object> subject) {
    return Flux.defer(() -> {
      Set<Object> lively = new HashSet<>();
      return Flux.merge(
              live.map(one -> new Heard<>(one, true)), snapshot.map(one -> new Heard<>(one, false)))
          // Behind the merge, which may keep a snapshot waiting and let live ones go before it.
          .filter(heard -> holds(heard, subject.apply(heard.one()), lively))
          .map(Heard::one);
    });
  }

  private static boolean holds(Heard<?> heard, Object subject, Set<Object> lively) {
    if (heard.live()) {
      lively.add(subject);
      return true;
    }
    return !lively.contains(subject);
  }

  private record Heard<T>(T one, boolean live) {}
}
