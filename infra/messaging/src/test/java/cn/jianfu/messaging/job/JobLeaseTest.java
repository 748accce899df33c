package cn.jianfu.messaging.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.jianfu.messaging.TestClock;
import cn.jianfu.messaging.TestStore;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@NullUnmarked
class JobLeaseTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final MongoDatabase database = TestStore.database();
  private final TestClock clock = new TestClock();
  private final JobLease one = new JobLease(database, clock);
  private final JobLease other = new JobLease(database, clock);

  @Test
  void ofManyInstancesOneGetsTheJob() {
    List<JobLease> instances =
        IntStream.range(0, 16).mapToObj(_ -> new JobLease(database, clock)).toList();
    assertThat(
            Flux.fromIterable(instances)
                .flatMap(instance -> instance.acquire("scan", MINUTE), 16)
                .filter(Boolean::booleanValue)
                .count()
                .block())
        .isEqualTo(1);
  }

  @Test
  void whoHasTheJobMayProlongIt() {
    assertThat(one.acquire("scan", MINUTE).block()).isTrue();
    assertThat(one.acquire("scan", MINUTE).block()).isTrue();
    assertThat(other.acquire("scan", MINUTE).block()).isFalse();
  }

  @Test
  void theJobOfAnInstanceThatDiedIsTakenOverWhenItsLeaseEnds() {
    one.acquire("scan", MINUTE).block();
    clock.forward(MINUTE.plusSeconds(1));
    assertThat(other.acquire("scan", MINUTE).block()).isTrue();
    assertThat(one.acquire("scan", MINUTE).block()).isFalse();
  }

  @Test
  void theLeaseIsGivenBackWhenTheWorkIsDoneOrFails() {
    AtomicInteger runs = new AtomicInteger();
    assertThat(one.exclusively("scan", MINUTE, () -> Mono.just(runs.incrementAndGet())).block())
        .isEqualTo(1);
    assertThatThrownBy(() ->
            other
                .exclusively("scan", MINUTE, () -> Mono.error(new IllegalStateException("no")))
                .block())
        .hasMessage("no");
    assertThat(one.exclusively("scan", MINUTE, () -> Mono.just(runs.incrementAndGet())).block())
        .isEqualTo(2);
  }

  @Test
  void anInstanceThatIsAtAJobDoesNotBeginItOnceMore() {
    assertThat(
            one.exclusively(
                    "scan", MINUTE, () -> one.exclusively("scan", MINUTE, () -> Mono.just("ran")))
                .block())
        .isNull();
    assertThat(one.exclusively("scan", MINUTE, () -> Mono.just("ran")).block()).isEqualTo("ran");
  }

  @Test
  void aJobThatTakesLongerThanItsLeaseKeepsIt() {
    JobLease busy = new JobLease(database, InstantSource.system());
    JobLease waiting = new JobLease(database, InstantSource.system());
    Duration signOfLife = Duration.ofSeconds(1);

    Boolean taken =
        busy.exclusively(
                "scan",
                signOfLife,
                () ->
                    Mono.delay(Duration.ofSeconds(3)).flatMap(_ -> waiting.acquire("scan", MINUTE)))
            .block();

    assertThat(taken).isFalse();
    assertThat(waiting.acquire("scan", MINUTE).block()).isTrue();
  }

  @Test
  void whileOneWorksAnotherIsEmpty() {
    assertThat(
            one.exclusively(
                    "scan", MINUTE, () -> other.exclusively("scan", MINUTE, () -> Mono.just("ran")))
                .block())
        .isNull();
  }

  @Test
  void whoStopsInTheMiddleLetsGo() {
    Disposable work = one.exclusively("scan", MINUTE, Mono::never).subscribe();
    await().untilAsserted(() -> assertThat(other.acquire("scan", MINUTE).block()).isFalse());

    one.close();

    assertThat(other.acquire("scan", MINUTE).block()).isTrue();
    work.dispose();
  }

  @Test
  void aStoreThatIsAwayForAMomentKeepsNobodyFromTheJob(@TempDir Path folder) {
    AtomicReference<InProcessStore> store =
        new AtomicReference<>(InProcessStore.open(StoreSettings.in(folder, 0)));
    String address = store.get().connectionString();
    int port = URI.create(address).getPort();
    try (MongoClient client = MongoClients.create(address + "/?serverSelectionTimeoutMS=500")) {
      MongoDatabase kept = client.getDatabase("kept");
      JobLease busy = new JobLease(kept, InstantSource.system());
      JobLease waiting = new JobLease(kept, InstantSource.system());

      assertThat(
              busy.exclusively(
                      "scan",
                      MINUTE,
                      () ->
                          Mono.fromSupplier(() -> {
                            store.get().close();
                            return "done";
                          }))
                  .block())
          .as("what came of the work")
          .isEqualTo("done");
      store.set(InProcessStore.open(StoreSettings.in(folder, port)));

      await()
          .atMost(Duration.ofSeconds(90))
          .ignoreExceptions()
          .until(() -> waiting.acquire("scan", MINUTE).blockOptional().orElse(false));
    } finally {
      store.get().close();
    }
  }
}
