package cn.jianfu.messaging.aggregate;

import static cn.jianfu.messaging.aggregate.PublishedAccounts.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.messaging.TestBroker;
import cn.jianfu.messaging.TestClock;
import cn.jianfu.messaging.TestEvents.TotalReachedV1;
import cn.jianfu.messaging.TestStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class ResyncsTest {

  private final String topic = TestBroker.topic(1);
  private final TestClock clock = new TestClock();
  private final CountDownLatch mayGoOn = new CountDownLatch(1);

  @Test
  void whileOneIsUnderWayAnotherDoesNotBeginAndAfterwardsItMay() {
    try (PublishedAccounts accounts = process()) {
      accounts.add("a", "k1", 5);
      Resyncs resyncs = resyncs(accounts);

      assertThat(resyncs.begin()).isTrue();
      assertThat(resyncs.begin()).isFalse();
      mayGoOn.countDown();
      ended(resyncs, ResyncState.Stage.DONE);

      assertThat(resyncs.state().published()).containsEntry("accounts", 1L);
      assertThat(resyncs.begin()).isTrue();
      ended(resyncs, ResyncState.Stage.DONE);
    }
  }

  @Test
  void oneThatFailsSaysWhy() {
    try (PublishedAccounts accounts = process()) {
      accounts.add("a", "k1", 5);
      Resyncs resyncs =
          new Resyncs(
              accounts.relay,
              List.of(
                  new Restated<>(
                      "accounts",
                      accounts.store,
                      _ -> {
                        throw new IllegalStateException("cannot be read");
                      })),
              clock);

      assertThat(resyncs.begin()).isTrue();
      ended(resyncs, ResyncState.Stage.FAILED);

      assertThat(resyncs.state().failure()).contains("cannot be read");
    }
  }

  private PublishedAccounts process() {
    return new PublishedAccounts(TestStore.database(), topic, settings(), clock, CrashPoints.NONE)
        .started();
  }

  private Resyncs resyncs(PublishedAccounts accounts) {
    return new Resyncs(
        accounts.relay,
        List.of(new Restated<>("accounts", accounts.store, this::presentWhenItMay)),
        clock);
  }

  private List<?> presentWhenItMay(Stored<Account> stored) {
    try {
      mayGoOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return List.of(new TotalReachedV1(stored.id(), stored.state().total(), null));
  }

  private static void ended(Resyncs resyncs, ResyncState.Stage stage) {
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(resyncs.state().stage()).isEqualTo(stage));
  }
}
