package cn.jianfu.report.console;

import cn.jianfu.report.stream.ChangedTowns;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Follows the towns' views and renders each change once per language, however many pages are open.
 * It works only while somebody looks.
 */
@Component
class LiveDistrict {

  private static final Logger LOG = LoggerFactory.getLogger(LiveDistrict.class);

  /** How often changed towns are read: a town that changes a hundred times is read once. */
  private static final Duration PACE = Duration.ofMillis(100);

  /** How often the counters and the heat map are read, which concern every town. */
  private static final Duration BOARD_PACE = Duration.ofSeconds(1);

  /** So that going from one page to the next does not start everything anew. */
  private static final Duration LINGER = Duration.ofSeconds(5);

  private static final Duration RETRY_AT_MOST = Duration.ofSeconds(10);

  private final ConsoleSource source;
  private final LiveRendering rendering;
  private final Map<Locale, Flux<LiveEvent>> byLanguage = new ConcurrentHashMap<>();
  private final Flux<Update> updates = Flux.defer(this::follow).publish().refCount(1, LINGER);

  /** What has changed, before it is put into words. */
  sealed interface Update {
    record Town(TownRow row) implements Update {}

    record Board(OverviewPage page) implements Update {}
  }

  LiveDistrict(ConsoleSource source, LiveRendering rendering) {
    this.source = source;
    this.rendering = rendering;
  }

  Flux<LiveEvent> events(Locale locale) {
    return byLanguage.computeIfAbsent(locale, this::inLanguage);
  }

  private Flux<LiveEvent> inLanguage(Locale locale) {
    return updates
        .concatMapIterable(update -> render(update, locale))
        .publish()
        .refCount(1, LINGER);
  }

  /** One row that cannot be rendered must not end the stream of everybody. */
  private List<LiveEvent> render(Update update, Locale locale) {
    try {
      return rendering.of(update, locale);
    } catch (RuntimeException e) {
      LOG.error("A live update could not be rendered", e);
      return List.of();
    }
  }

  private Flux<Update> follow() {
    var boardChanged = new AtomicBoolean();
    var changes =
        source.changes().retryWhen(Retry.backoff(Long.MAX_VALUE, PACE).maxBackoff(RETRY_AT_MOST));
    Flux<Update> towns =
        ChangedTowns.read(
                changes, PACE, code -> source.town(code).doFinally(_ -> boardChanged.set(true)))
            .map(Update.Town::new);
    Flux<Update> boards =
        Flux.interval(BOARD_PACE).onBackpressureDrop().concatMap(tick -> readBoard(boardChanged));
    return Flux.merge(towns, boards);
  }

  private Mono<Update> readBoard(AtomicBoolean boardChanged) {
    if (!boardChanged.getAndSet(false)) {
      return Mono.empty();
    }
    return source
        .overview(Scope.DISTRICT, OverviewQuery.FIRST)
        .<Update>map(Update.Board::new)
        .onErrorResume(e -> againBoard(boardChanged, e));
  }

  private static Mono<Update> againBoard(AtomicBoolean boardChanged, Throwable failure) {
    LOG.warn("The overview is read again: {}", failure.toString());
    boardChanged.set(true);
    return Mono.empty();
  }
}
