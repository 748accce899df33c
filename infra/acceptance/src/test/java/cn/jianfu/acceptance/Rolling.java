package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.acceptance.Ledger.Fate;
import cn.jianfu.allinone.Part;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Two instances of each service are stopped and come again in turn, and nobody notices. */
@Tag("containers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Rolling {

  private static final String NEICUO = "350213104000";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MANY = 50;
  private static final Duration PACE = Duration.ofMillis(50);
  private static final List<String> PAGES = List.of("/", "/towns/" + NEICUO, "/findings");

  /** The one that SIGTERM leaves a JVM with, when its hooks were done in time. */
  private static final long ENDED_BY_SIGTERM = 143;

  private final Queue<String> failedPages = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pages = new AtomicInteger();
  private final List<FollowingProxy> proxies = new ArrayList<>();
  private final List<Thread> load = new ArrayList<>();
  private ContainerPlatform platform;
  private volatile boolean enough;

  /** What runs at first. */
  abstract ContainerPlatform started();

  /** Has an instance that was stopped come again. */
  abstract void again(ContainerPlatform platform, Part part, Replica replica, boolean second);

  @BeforeAll
  void start() {
    platform = started();
  }

  @AfterAll
  void removeIt() {
    proxies.forEach(FollowingProxy::close);
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void noRequestFailsAndNothingAcceptedIsLostOrDoubled() throws Exception {
    PlatformAddresses to = platform.addresses();
    List<Replica> groups = platform.pairOf(Part.GROUP_SERVICE);
    List<Replica> gateways = platform.pairOf(Part.REPORT_GATEWAY);
    FollowingProxy groupProxy = proxy(to.group(), groups);
    FollowingProxy gatewayProxy = proxy(to.gateway(), gateways);
    platform.sample().setUp();
    PlatformClient neicuo = platform.client(SampleAccounts.townSystem(NEICUO));
    Ledger ledger = new Ledger(neicuo, to.group().resolve("/api/v1/"), "rolling");
    bothAccept(ledger);
    SteadyReader reader = new SteadyReader(to.gateway());
    reader.logIn("supervisor", platform.secret("SUPERVISOR_PASSWORD"));
    SteadyListener listener =
        new SteadyListener(
            to.gateway().resolve("/api/v1/stream"), platform.client(SampleAccounts.SETUP)::token);
    begin(() -> push(ledger));
    begin(() -> read(reader));
    Thread listening = begin(listener::listen);

    inTurn(Part.GROUP_SERVICE, groups, groupProxy, ledger);
    inTurn(Part.REPORT_GATEWAY, gateways, gatewayProxy, ledger);

    enough = true;
    load.stream().filter(thread -> !thread.equals(listening)).forEach(Rolling::join);
    System.out.printf(
        "rolling: %s; %d pages; %d streams%n", ledger, pages.get(), listener.connections());
    assertThat(ledger.with(Fate.UNKNOWN)).isEmpty();
    assertThat(failedPages).isEmpty();
    everythingIsHeard(listener, to);
    assertThat(listener.failures()).isEmpty();
    assertThat(listener.connections()).isGreaterThan(gateways.size() - 1);
    listening.interrupt();
    assertThat(reader.logOut()).isEqualTo(200);
    Books books = new Books(to, platform.client(SampleAccounts.SETUP));
    books.agreeWith(ledger);
    books.tellOnceOf(ledger.some(Fate.ACCEPTED, 50));
  }

  private FollowingProxy proxy(URI address, List<Replica> replicas) throws Exception {
    FollowingProxy proxy = FollowingProxy.listen(address, replicas);
    proxies.add(proxy);
    await().atMost(PATIENCE).until(() -> replicas.stream().allMatch(proxy::sendsTo));
    return proxy;
  }

  private void inTurn(Part part, List<Replica> pair, FollowingProxy proxy, Ledger ledger) {
    for (Replica replica : pair) {
      renew(part, replica, replica != pair.getFirst(), proxy, ledger);
    }
  }

  private void renew(
      Part part, Replica replica, boolean second, FollowingProxy proxy, Ledger ledger) {
    long begun = System.nanoTime();
    replica.stop();
    long stopped = System.nanoTime();
    assertThat(replica.exitCode()).as("ended by itself").isEqualTo(ENDED_BY_SIGTERM);
    int before = ledger.with(Fate.ACCEPTED).size();
    again(platform, part, replica, second);
    await().atMost(PATIENCE).until(() -> proxy.sendsTo(replica));
    System.out.printf(
        "%s stopped in %.1f s, sent to again %.1f s later, %d accepted meanwhile%n",
        replica.container().getDockerImageName(),
        seconds(stopped - begun),
        seconds(System.nanoTime() - stopped),
        ledger.with(Fate.ACCEPTED).size() - before);
    await().atMost(PATIENCE).until(() -> ledger.with(Fate.ACCEPTED).size() > before + MANY);
  }

  private static double seconds(long nanos) {
    return Duration.ofNanos(nanos).toMillis() / 1000.0;
  }

  /** The services hear of new units within moments; until then they cannot tell. */
  private static void bothAccept(Ledger ledger) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          ledger.send(2);
          ledger.send(4);
          return ledger.with(Fate.ACCEPTED).size() == 2;
        });
  }

  private Thread begin(Runnable work) {
    Thread thread = Thread.ofPlatform().daemon().start(work);
    load.add(thread);
    return thread;
  }

  private void push(Ledger ledger) {
    for (int number = 3; !enough; number++) {
      ledger.send(number);
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private void read(SteadyReader reader) {
    try {
      for (int number = 0; !enough; number++) {
        String wrong = reader.open(PAGES.get(number % PAGES.size()));
        pages.incrementAndGet();
        if (!wrong.isEmpty()) {
          failedPages.add(wrong);
        }
        LockSupport.parkNanos(PACE.toNanos());
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** The newest view of the town that is shown is one that the listener was told of. */
  private void everythingIsHeard(SteadyListener listener, PlatformAddresses to) {
    PlatformClient district = platform.client(SampleAccounts.SETUP);
    await()
        .pollInterval(Duration.ofSeconds(1))
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          long shown = versionShown(district.get(to.gateway().resolve("/api/v1/overview")));
          assertThat(shown).isPositive();
          assertThat(listener.versionOf(NEICUO)).isEqualTo(shown);
        });
  }

  private static long versionShown(JsonNode overview) {
    for (JsonNode town : overview.path("towns")) {
      if (town.path("code").asString().equals(NEICUO)) {
        return town.path("version").asLong();
      }
    }
    return 0;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
