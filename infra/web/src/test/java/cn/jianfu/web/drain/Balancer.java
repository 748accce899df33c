package cn.jianfu.web.drain;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sends everybody to the first that was ready when it last asked. */
final class Balancer implements AutoCloseable {

  private static final Duration ASKS_EVERY = Duration.ofMillis(500);

  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private volatile URI chosen;

  Balancer(List<Instance> instances) {
    chosen = instances.getFirst().address();
    ScheduledFuture<?> _ =
        asking.scheduleAtFixedRate(
            () -> choose(instances), 0, ASKS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void choose(List<Instance> instances) {
    instances.stream()
        .filter(Instance::isReady)
        .findFirst()
        .ifPresent(ready -> chosen = ready.address());
  }

  URI chosen() {
    return chosen;
  }

  @Override
  public void close() {
    asking.shutdownNow();
  }
}
