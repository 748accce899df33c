package cn.jianfu.report.compliance;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Computes towns one after the other, each at most once in a pause, however often it is touched:
 * what is touched while it waits is computed once. However much is touched, it rests in proportion
 * to its work, so that it never has a processor for itself.
 */
final class RecomputeWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RecomputeWorker.class);

  private final Function<String, Mono<Void>> compute;
  private final Duration pause;
  private final Duration timeout;
  private final int restPerWork;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<String> pending = new LinkedHashSet<>();
  private final Map<String, Long> lastBegun = new HashMap<>();
  private final Thread thread;
  private long restUntil = System.nanoTime();
  private boolean closed;

  /**
   * @param restPerWork 1 to work half of the time at most, 9 for a tenth
   */
  RecomputeWorker(
      String name,
      Function<String, Mono<Void>> compute,
      Duration pause,
      Duration timeout,
      int restPerWork) {
    this.compute = compute;
    this.pause = pause;
    this.timeout = timeout;
    this.restPerWork = restPerWork;
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
      for (String town = next(); town != null; town = next()) {
        long begun = System.nanoTime();
        computed(town);
        long ended = System.nanoTime();
        restUntil = ended + (ended - begun) * restPerWork;
      }
    } catch (InterruptedException _) {
      // Closed: what was due stays due in the store.
      Thread.currentThread().interrupt();
    }
  }

  private void computed(String town) {
    try {
      compute.apply(town).block(timeout);
    } catch (RuntimeException failure) {
      if (isClosed()) {
        return;
      }
      // It stays due in the store, and is found there again.
      LOG.warn("{} could not be computed", town, failure);
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable String next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!closed) {
        long now = System.nanoTime();
        long wait = Long.MAX_VALUE;
        for (String town : pending) {
          long due = lastBegun.getOrDefault(town, now - pause.toNanos()) + pause.toNanos() - now;
          long left = Math.max(due, restUntil - now);
          if (left <= 0) {
            pending.remove(town);
            lastBegun.put(town, now);
            return town;
          }
          wait = Math.min(wait, left);
        }
        long _ = changed.awaitNanos(wait);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }
}
