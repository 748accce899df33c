package cn.jianfu.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class StoreWatchTest {

  @Test
  void theAgeGrowsWhileTheStoreIsAwayAndEndsWithItsNextAnswer() {
    var away = new AtomicBoolean();
    var asked = new AtomicLong();
    var now = new AtomicLong();
    var meters = new SimpleMeterRegistry();
    try (var _ =
        new StoreWatch(
            () -> {
              asked.incrementAndGet();
              return away.get() ? Mono.error(new IllegalStateException("away")) : Mono.just(1);
            },
            meters,
            now::get,
            Duration.ofMillis(5))) {
      away.set(true);
      awaitAsked(asked);
      now.set(TimeUnit.SECONDS.toNanos(90));
      awaitAsked(asked);
      assertThat(age(meters)).isEqualTo(90);

      away.set(false);

      await().untilAsserted(() -> assertThat(age(meters)).isZero());
    }
  }

  /** Twice, so that the second was begun after this call. */
  private static void awaitAsked(AtomicLong asked) {
    long before = asked.get();
    await().until(() -> asked.get() > before + 1);
  }

  private static double age(SimpleMeterRegistry meters) {
    return meters.get("jianfu.store.age").gauge().value();
  }
}
