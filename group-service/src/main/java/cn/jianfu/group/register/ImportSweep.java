package cn.jianfu.group.register;

import cn.jianfu.messaging.job.JobLease;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Brings imports to their end that a crash has left in the middle. */
final class ImportSweep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ImportSweep.class);
  private static final Duration EVERY = Duration.ofSeconds(15);
  // An import that is younger than this is still in the hands of the request that brought it.
  private static final Duration OWN_TIME = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Imports imports;
  private final ImportStore store;
  private final JobLease lease;
  private final InstantSource clock;
  private volatile Disposable running = () -> {};
  private volatile boolean started;

  ImportSweep(Imports imports, ImportStore store, JobLease lease, InstantSource clock) {
    this.imports = imports;
    this.store = store;
    this.lease = lease;
    this.clock = clock;
  }

  @Override
  public void start() {
    started = true;
    running =
        Flux.interval(EVERY)
            .onBackpressureDrop()
            .concatMap(_ -> lease.exclusively("imports", LONGEST, this::sweep))
            .doOnError(failure -> LOG.warn("imports could not be swept", failure))
            .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, EVERY))
            .subscribe();
  }

  private Mono<Boolean> sweep() {
    return store
        .begunBefore(clock.instant().minus(OWN_TIME))
        .concatMap(imports::apply)
        .doOnNext(it -> LOG.info("import {} was brought to its end", it.id()))
        .then(Mono.just(true));
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
