package cn.jianfu.report.stream;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads towns that have changed, at a pace: one that changes a hundred times meanwhile is read
 * once, and a listener that is slow drops to the latest of each town and misses none.
 */
public final class ChangedTowns {

  private static final Logger LOG = LoggerFactory.getLogger(ChangedTowns.class);

  private ChangedTowns() {}

  /**
   * What is read of each town, as often as it changes, without end.
   *
   * @param changes codes of towns
   * @param read of a town; when it fails the town is read again, so that a store that is away for a
   *     moment ends nobody's stream
   */
  public static <T> Flux<T> read(
      Flux<String> changes, Duration pace, Function<String, Mono<T>> read) {
    return Flux.defer(() -> {
      Set<String> changed = ConcurrentHashMap.newKeySet();
      Flux<T> listening = changes.doOnNext(changed::add).thenMany(Flux.never());
      Flux<T> reading =
          Flux.interval(pace)
              .onBackpressureDrop()
              .concatMapIterable(_ -> taken(changed), 1)
              .concatMap(town -> readOrAgain(town, read, changed), 1);
      return Flux.merge(listening, reading);
    });
  }

  private static List<String> taken(Set<String> changed) {
    List<String> towns = List.copyOf(changed);
    towns.forEach(changed::remove);
    return towns;
  }

  private static <T> Mono<T> readOrAgain(
      String town, Function<String, Mono<T>> read, Set<String> changed) {
    return Mono.defer(() -> read.apply(town))
        .onErrorResume(failure -> {
          LOG.warn("Town {} is read again: {}", town, failure.toString());
          changed.add(town);
          return Mono.empty();
        });
  }
}
