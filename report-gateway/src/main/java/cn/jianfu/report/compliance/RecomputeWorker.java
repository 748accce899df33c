package cn.jianfu.report.compliance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Computes towns, a few at a time, each at most once in a pause, however often it is touched: what
 * is touched while it waits is computed once. Work for which nobody waits may rest in proportion to
 * what it took, so that it never has a processor for itself.
 */
final class RecomputeWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecomputeWorker.class);

  private final Function<String, Mono<Void>> compute;
  private final Duration pause;
  private final Duration timeout;
  private final int atOnce;
  private final int restPerWork;
  private final LongSupplier nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<String> pending = new LinkedHashSet<>();
  private final Map<String, Long> lastBegun = new HashMap<>();
  private final Thread thread;
  private long restUntil;
  private boolean closed;

  /**
   * @param atOnce how many towns; a computation mostly waits for the store
   * @param restPerWork 0 never to rest, 9 to work a tenth of the time at most
   * @param nanos measures how long something takes, whatever day the district has
   */
  RecomputeWorker(
      String name,
      Function<String, Mono<Void>> compute,
      Duration pause,
      Duration timeout,
      int atOnce,
      int restPerWork,
      LongSupplier nanos) {
    this.compute = compute;
    this.pause = pause;
    this.timeout = timeout;
    this.atOnce = atOnce;
    this.restPerWork = restPerWork;
    this.nanos = nanos;
    this.restUntil = nanos.getAsLong();
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /** Has these towns computed soon. */
  void touch(Collection<String> towns) {
    lock.lock();
    try {
      if (pending.addAll(towns)) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }

  private void work() {
    try {
      for (List<String> towns = next(); !towns.isEmpty(); towns = next()) {
        long begun = nanos.getAsLong();
        await(Flux.fromIterable(towns).flatMap(this::computed).then());
        long ended = nanos.getAsLong();
        restUntil = ended + (ended - begun) * restPerWork;
      }
    } catch (InterruptedException _) {
      // Closed: what was due stays due in the store.
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Mono<Void> work) throws InterruptedException {
    try {
      work.toFuture().get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Mono<Void> computed(String town) {
    return Mono.defer(() -> compute.apply(town))
        .timeout(timeout)
        .onErrorResume(failure -> {
          if (!isClosed()) {
            // It stays due in the store, and is found there again.
            LOG.warn("{} could not be computed", town, failure);
          }
          return Mono.empty();
        });
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Towns that are due; none when closed. */
  private List<String> next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        long now = nanos.getAsLong();
        List<String> due = new ArrayList<>();
        long wait = Long.MAX_VALUE;
        for (String town : pending) {
          long left = Math.max(dueIn(town, now), restUntil - now);
          if (left > 0) {
            wait = Math.min(wait, left);
          } else if (due.size() < atOnce) {
            due.add(town);
          }
        }
        if (!due.isEmpty()) {
          due.forEach(town -> lastBegun.put(town, now));
          due.forEach(pending::remove);
          return due;
        }
        long _ = changed.awaitNanos(wait);
      }
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private long dueIn(String town, long now) {
    Long last = lastBegun.get(town);
    return last == null ? 0 : last + pause.toNanos() - now;
  }
}
