package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import cn.jianfu.acceptance.Ledger.Fate;
import cn.jianfu.allinone.Part;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.RefusedByPlatform;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Parts that go away while towns push: nothing accepted is lost, nothing is counted twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsOfPartsTest {

  private static final String BOUND = "jianfu.outbox.backlog";
  private static final int EVENTS_THAT_MAY_WAIT = 150;
  private static final int MOST_REQUESTS = 1_500;

  private RunningPlatform platform;
  private Books books;

  @BeforeAll
  void startAPlatformOfItsOwn() {
    platform =
        RunningPlatform.start("faults", Map.of(BOUND, Integer.toString(EVENTS_THAT_MAY_WAIT)));
    platform.sample().setUp();
    books = new Books(platform.addresses(), platform.client(SampleAccounts.SETUP));
    probe("first");
  }

  @AfterAll
  void stopIt() {
    if (platform != null) {
      platform.close();
    }
  }

  /** Of containers {@link ContainerDrillsTest} does this, and worse. */
  @Test
  @Order(1)
  @Tag("one-machine")
  void everyPartRestartedInTheMiddleOfALoadLosesNothingAndDoublesNothing() throws Exception {
    Ledger ledger = new Ledger(neicuo(), api(), "restarts");
    Diary diary = diary("restarts");
    diary.open();
    AtomicBoolean enough = new AtomicBoolean();
    Thread load = Thread.ofPlatform().start(() -> push(ledger::send, enough));
    Thread telling = Thread.ofPlatform().start(() -> push(diary::say, enough));
    for (Part part : Part.values()) {
      int before = ledger.with(Fate.ACCEPTED).size();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> ledger.with(Fate.ACCEPTED).size() > before + 5);
      assertThat(load.isAlive()).as("in the middle of a load").isTrue();
      long stopping = System.nanoTime();
      platform.stop(part);
      assertThat(platform.runs(part)).as("%s is gone", part).isFalse();
      long gone = System.nanoTime();
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      platform.start(part);
      probe("after-" + part);
      System.out.printf(
          "%s: stopped in %d ms, accepting again after %d ms%n",
          part, millis(stopping, gone), millis(gone, System.nanoTime()));
    }
    enough.set(true);
    load.join();
    telling.join();

    System.out.println("every part restarted: " + ledger + "; " + diary);
    assertThat(ledger.with(Fate.DECLINED)).isNotEmpty();
    assertThat(ledger.with(Fate.UNKNOWN)).as("the restarts were felt").isNotEmpty();
    books.agreeWith(ledger);
    books.tellOnceOf(ledger.some(Fate.ACCEPTED, 25));
    diary.isFullOf(Fate.ACCEPTED, Fate.DECLINED, Fate.UNKNOWN);
    new DiaryReadBack(diary).isKeptAndShown();
  }

  @Test
  @Order(2)
  @Tag("one-machine")
  void theViewEqualsARebuildOfIt() {
    books.equalARebuild();
  }

  @Test
  @Order(3)
  void withoutABrokerWritesAreAcceptedUpToABoundAndThenRefusedForAWhile() {
    Ledger ledger = new Ledger(neicuo(), api(), "no-broker");
    platform.stop(Part.BROKER);
    List<RefusedByPlatform> refusals = new ArrayList<>();
    int accepted = 0;
    while (refusals.isEmpty() && accepted < 10 * EVENTS_THAT_MAY_WAIT) {
      ledger.declareOrBeRefused(accepted).ifPresent(refusals::add);
      accepted += refusals.isEmpty() ? 1 : 0;
    }

    System.out.println("without a broker: " + accepted + " writes accepted, then " + refusals);
    assertThat(accepted).isBetween(EVENTS_THAT_MAY_WAIT / 4, 2 * EVENTS_THAT_MAY_WAIT);
    assertThat(refusals)
        .singleElement()
        .satisfies(refused -> {
          assertThat(refused.status()).isEqualTo(503);
          assertThat(refused.retryAfter()).isNotEmpty();
          assertThat(refused.body()).contains("urn:problem:web.unavailable");
        });

    platform.start(Part.BROKER);
    probe("the-broker-is-back");
    books.agreeWith(ledger);
  }

  @Test
  @Order(4)
  void withoutAStoreTheAnswerIsAClear503() {
    PlatformClient withToken = neicuo();
    withToken.get(api().resolve("groups"));
    platform.stop(Part.STORE);
    List<RefusedByPlatform> refusals =
        List.of(
            refusal(() -> declare(withToken, "no-store")),
            refusal(() -> books.district().get(api().resolve("groups"))),
            refusal(() -> books.district().get(gateway("overview"))),
            // Who has no token yet gets none.
            refusal(() -> neicuo().get(api().resolve("groups"))));
    platform.start(Part.STORE);

    assertThat(refusals)
        .allSatisfy(refused -> {
          assertThat(refused.status()).isEqualTo(503);
          assertThat(refused.retryAfter()).as("Retry-After of %s", refused).isNotEmpty();
          assertThat(refused.body())
              .containsAnyOf("urn:problem:web.unavailable", "urn:problem:identity.store-away");
        });
    probe("the-store-is-back");
    await()
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(books.district().get(gateway("overview")).path("towns")).hasSize(6));
  }

  @Test
  @Order(5)
  void aPoisonMessageGoesToTheDeadLettersAndTheViewGoesOn() throws Exception {
    PoisonMessage.sendTo(platform.broker(), "group.events");
    Ledger ledger = new Ledger(neicuo(), api(), "after-poison");
    for (int i = 0; i < 20; i++) {
      ledger.send(i);
    }

    books.agreeWith(ledger);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(books.deadLettersOf("group.events")).isEqualTo(1));
  }

  private static void push(IntConsumer load, AtomicBoolean enough) {
    for (int i = 0; i < MOST_REQUESTS && !enough.get(); i++) {
      load.accept(i);
      LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
    }
  }

  /** Waits until a declaration is accepted; with a token that is asked for anew. */
  private void probe(String name) {
    await()
        .pollInterval(Duration.ofMillis(100))
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .until(() -> {
          declare(neicuo(), "probe-" + name);
          return true;
        });
  }

  private void declare(PlatformClient client, String name) {
    client.send(
        "PUT", api().resolve("groups/350213104902/WECOM/" + name), Map.of("name", "探测群" + name));
  }

  private static RefusedByPlatform refusal(Runnable request) {
    return catchThrowableOfType(RefusedByPlatform.class, request::run);
  }

  private PlatformClient neicuo() {
    return platform.client(SampleAccounts.townSystem("350213104000"));
  }

  private Diary diary(String name) {
    PlatformClient xinxu = platform.client(SampleAccounts.townSystem(Diary.TOWN));
    return new Diary(platform.addresses(), xinxu, books.district(), name);
  }

  private URI api() {
    return platform.addresses().group().resolve("/api/v1/");
  }

  private URI gateway(String path) {
    return platform.addresses().gateway().resolve("/api/v1/" + path);
  }

  private static long millis(long from, long to) {
    return Duration.ofNanos(to - from).toMillis();
  }
}
