package cn.jianfu.messaging.aggregate;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Publishes what a service owns again, when an operator asks for it: after the broker has lost its
 * data, or the store was put back from a backup. Views take what they have already for a repeat.
 */
public final class Resyncs {

  private static final Logger LOG = LoggerFactory.getLogger(Resyncs.class);

  private final OutboxRelay relay;
  private final Runnable first;
  private final Runnable last;
  private final List<Restated<?>> collections;
  private final InstantSource clock;
  private final AtomicReference<ResyncState> state = new AtomicReference<>(ResyncState.NONE);

  public Resyncs(OutboxRelay relay, List<Restated<?>> collections, InstantSource clock) {
    this(relay, () -> {}, collections, () -> {}, clock);
  }

  /**
   * @param first what is to be done before anything is published, {@code last} when all of it is;
   *     both may take their time
   */
  public Resyncs(
      OutboxRelay relay,
      Runnable first,
      List<Restated<?>> collections,
      Runnable last,
      InstantSource clock) {
    this.relay = relay;
    this.first = first;
    this.last = last;
    this.collections = List.copyOf(collections);
    this.clock = clock;
  }

  /** How far it is. */
  public ResyncState state() {
    return state.get();
  }

  /** Begins, and goes on when this has returned; false when this instance is at it already. */
  public boolean begin() {
    ResyncState before = state.get();
    if (before.underWay() || !state.compareAndSet(before, ResyncState.begun(clock.instant()))) {
      return false;
    }
    Disposable _ =
        Mono.fromRunnable(this::run)
            .subscribeOn(Schedulers.boundedElastic())
            .subscribe(_ -> {}, this::failed, this::done);
    return true;
  }

  private void run() {
    first.run();
    for (Restated<?> collection : collections) {
      collection.through(
          relay, count -> state.updateAndGet(now -> now.published(collection.name(), count)));
    }
    last.run();
  }

  private void done() {
    LOG.info("resync: {}", state.updateAndGet(now -> now.done(clock.instant())));
  }

  private void failed(Throwable failure) {
    LOG.error("the resync was given up", failure);
    state.updateAndGet(now -> now.failed(clock.instant(), failure.toString()));
  }
}
