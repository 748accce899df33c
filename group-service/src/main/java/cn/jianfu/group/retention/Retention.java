package cn.jianfu.group.retention;

import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.messaging.job.RepeatedWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks every day for people whose time is over. What was cut short is found again by the next
 * look, because only what is still there is looked for.
 */
final class Retention extends RepeatedWork {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final Duration EVERY = Duration.ofDays(1);

  /** An instance that is restarted every day looks, too. */
  private static final Duration FIRST = Duration.ofMinutes(10);

  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

  private final List<Supplier<Flux<Changed>>> steps;
  private final RetentionLog log;
  private final UniqueKeys keys;
  private final JobLease lease;
  private final DistrictClock clock;
  private final MeterRegistry meters;

  Retention(
      List<Supplier<Flux<Changed>>> steps,
      RetentionLog log,
      UniqueKeys keys,
      JobLease lease,
      DistrictClock clock,
      MeterRegistry meters) {
    super(FIRST, EVERY);
    this.steps = steps;
    this.log = log;
    this.keys = keys;
    this.lease = lease;
    this.clock = clock;
    this.meters = meters;
    for (Changed.Kind kind : Changed.Kind.values()) {
      count(new Changed(kind, 0));
    }
    meters.counter("jianfu.retention.runs");
  }

  @Override
  protected Mono<?> work() {
    return run();
  }

  @Override
  protected void failed(Throwable failure) {
    LOG.warn("retention goes on later", failure);
  }

  /** What has changed; empty while another instance is at it. */
  Mono<List<Changed>> run() {
    return lease.exclusively("retention", SIGN_OF_LIFE, this::look).doOnNext(this::ended);
  }

  /** A step that fails does not keep those after it from being done. */
  Mono<List<Changed>> look() {
    String id = keys.next();
    Flux<Changed> all =
        Flux.concatDelayError(Flux.fromIterable(steps).map(step -> Flux.defer(step)));
    return log.begun(id, clock.now())
        // Not given up in the middle of writing because a step before it failed.
        .thenMany(all.concatMapDelayError(changed -> log.changed(id, changed)))
        .doOnNext(this::count)
        .collectList();
  }

  private void count(Changed changed) {
    meters
        .counter("jianfu.retention.changed", "of", changed.of().word())
        .increment(changed.count());
  }

  private void ended(List<Changed> changed) {
    meters.counter("jianfu.retention.runs").increment();
    LOG.info("retention has changed {}", changed);
  }
}
