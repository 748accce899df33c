package cn.jianfu.group.register;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.messaging.job.JobLease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries out imports and undos that were stored and cut short, by whichever instance looks first.
 */
final class ImportSweep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ImportSweep.class);
  private static final Duration LOOK = Duration.ofSeconds(15);

  /** An import that is under way is not meddled with. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

  private final ImportLog log;
  private final RegisterImports imports;
  private final ImportUndos undos;
  private final JobLease lease;
  private final DistrictClock clock;
  private @Nullable Disposable running;

  ImportSweep(
      ImportLog log,
      RegisterImports imports,
      ImportUndos undos,
      JobLease lease,
      DistrictClock clock) {
    this.log = log;
    this.imports = imports;
    this.undos = undos;
    this.lease = lease;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = Flux.interval(LOOK).onBackpressureDrop().concatMap(_ -> sweep()).subscribe();
  }

  /** Finishes what was left behind, unless another instance is at it. */
  Mono<Void> sweep() {
    return lease
        .exclusively("import-sweep", SIGN_OF_LIFE, () -> finishAll().thenReturn(true))
        .then()
        .onErrorResume(failure -> {
          LOG.warn("imports that were cut short are tried again later", failure);
          return Mono.empty();
        });
  }

  /** Everything that was left behind until now. */
  Mono<Void> finishAll() {
    return log.leftBehind(clock.now().minus(PATIENCE))
        .concatMap(record ->
            imports
                .carryOut(record)
                .flatMap(undos::carryOut)
                .onErrorResume(failure -> {
                  // One import that cannot go on must not hold up those behind it.
                  LOG.warn("import {} is tried again later", record.id(), failure);
                  return Mono.empty();
                }))
        .then();
  }

  @Override
  public void stop() {
    if (running != null) {
      running.dispose();
      running = null;
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
