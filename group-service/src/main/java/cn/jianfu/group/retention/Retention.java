package cn.jianfu.group.retention;

import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.messaging.job.Repeatedly;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Looks every day for people whose time is over. What was cut short is found again by the next
 * look, because only what is still there is looked for.
 */
final class Retention implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration EVERY = Duration.ofDays(1);

  /** An instance that is restarted every day looks, too. */
  private static final Duration FIRST = Duration.ofMinutes(10);

  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

  private final Supplier<Mono<Integer>> staff;
  private final JobLease lease;
  private final Counter lists;
  private final Counter runs;
  private volatile Disposable running = () -> {};
  private volatile boolean started;

  Retention(Supplier<Mono<Integer>> staff, JobLease lease, MeterRegistry meters) {
    this.staff = staff;
    this.lease = lease;
    this.lists = meters.counter("jianfu.retention.changed", "of", "staff");
    this.runs = meters.counter("jianfu.retention.runs");
  }

  @Override
  public void start() {
    started = true;
    running =
        Repeatedly.every(
            FIRST, EVERY, this::run, failure -> LOG.warn("retention goes on later", failure));
  }

  /** How many lists have changed; empty while another instance is at it. */
  Mono<Integer> run() {
    return lease.exclusively("retention", SIGN_OF_LIFE, staff).doOnNext(this::ended);
  }

  private void ended(int changed) {
    lists.increment(changed);
    runs.increment();
    LOG.info("retention: {} lists of staff have changed", changed);
  }

  @Override
  public void stop() {
    started = false;
    running.dispose();
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
