package cn.jianfu.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * Waits until a container is healthy and asks the engine twice a second. What the library brings
 * for that asks without a pause: on two cores the engine then takes one of them from what starts.
 */
final class SeldomAskedHealth extends AbstractWaitStrategy {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @Override
  protected void waitUntilReady() {
    await()
        .pollInterval(PAUSE)
        .atMost(startupTimeout)
        .ignoreExceptions()
        .until(waitStrategyTarget::isHealthy);
  }
}
