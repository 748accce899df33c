package cn.jianfu.messaging.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class RepeatedlyTest {

  private static final Duration SOON = Duration.ofMillis(5);

  private final AtomicInteger done = new AtomicInteger();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();

  @Test
  void aFailureIsHeardOfAndTheWorkGoesOn() {
    Disposable running =
        Repeatedly.every(
            SOON,
            SOON,
            () ->
                done.incrementAndGet() % 2 == 1
                    ? Mono.error(new IllegalStateException("away"))
                    : Mono.empty(),
            failures::add);
    try {
      await().until(() -> done.get() >= 4);
      assertThat(failures).hasSizeGreaterThanOrEqualTo(2);
    } finally {
      running.dispose();
    }
  }

  @Test
  void itIsNeverDoneTwiceAtOnceAndEndsWhenItIsDisposedOf() {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Disposable running =
        Repeatedly.every(
            SOON,
            SOON,
            () ->
                Mono.fromRunnable(() -> most.accumulateAndGet(atOnce.incrementAndGet(), Math::max))
                    .then(Mono.delay(SOON.multipliedBy(4)))
                    .doFinally(_ -> atOnce.decrementAndGet())
                    .doOnNext(_ -> done.incrementAndGet()),
            failures::add);
    await().until(() -> done.get() >= 3);
    running.dispose();

    assertThat(most).hasValue(1);
    assertThat(failures).isEmpty();
    int then = done.get();
    await().during(SOON.multipliedBy(20)).until(() -> done.get() == then);
  }
}
