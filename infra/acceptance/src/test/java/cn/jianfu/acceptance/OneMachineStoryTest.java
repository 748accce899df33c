package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.acceptance.Ledger.Fate;
import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.SampleUnit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of one installation on one machine, with the accidents that happen there. */
@Tag("one-machine")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneMachineStoryTest {

  private static final int REQUESTS = 240;

  private final Path data = Path.of("target", "one-machine-data").toAbsolutePath();
  private final Ports ports = Ports.free();
  private PlatformProcess platform;
  private Map<String, Fate> answeredFirst = Map.of();

  @BeforeAll
  void start() {
    platform = PlatformProcess.start(data, ports, "-Djianfu.reset");
  }

  @AfterAll
  void stop() {
    platform.close();
  }

  @Test
  @Order(1)
  void killedInTheMiddleOfLoadingTheSampleItGoesOnAtTheNextStart() {
    platform.until("filling in the sample district");
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptions()
        .until(() -> groupsByTown().size() >= 2);
    platform.kill();
    assertThat(platform.hasSaid("sample district filled in")).isFalse();

    platform = PlatformProcess.start(data, ports).untilReady();

    assertThat(platform.hasSaid("sample district filled in")).isTrue();
    assertThat(groupsByTown())
        .isEqualTo(
            Map.of(
                "350213001",
                14,
                "350213101",
                44,
                "350213102",
                30,
                "350213103",
                22,
                "350213104",
                18,
                "350213400",
                6));
  }

  @Test
  @Order(2)
  void aSecondStartOnTheSameDataIsRefusedInWords() throws Exception {
    try (var second = PlatformProcess.start(data, Ports.free())) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output())
          .contains("already running on the data in " + data)
          .doesNotContain("\tat ");
    }
    assertThat(groupsByTown()).hasSize(6);
  }

  @Test
  @Order(3)
  void aPortThatIsInUseIsNamed() throws Exception {
    Path other = data.resolveSibling("one-machine-other");
    try (var second = PlatformProcess.start(other, ports)) {
      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.output())
          .contains("Port " + ports.gateway() + " on 127.0.0.1 is in use")
          .doesNotContain("\tat ");
    }
  }

  @Test
  @Order(4)
  void killedInTheMiddleOfALoadItKeepsWhatItAcceptedOnce() throws Exception {
    Ledger ledger = ledger();
    Thread load = Thread.ofPlatform().start(() -> push(ledger));
    await().atMost(Duration.ofMinutes(1)).until(() -> ledger.with(Fate.ACCEPTED).size() > 150);
    platform.kill();
    load.join();
    answeredFirst = ledger.fates();
    System.out.println("killed in the middle of a load: " + ledger);
    assertThat(ledger.with(Fate.UNKNOWN)).as("it was in the middle").isNotEmpty();
    assertThat(ledger.with(Fate.DECLINED)).isNotEmpty();

    platform = PlatformProcess.start(data, ports).untilReady();

    System.out.printf(
        "start on existing data to ready: %d ms, %d MB resident%n",
        platform.age().toMillis(), platform.residentMegabytes());
    assertThat(platform.hasSaid("filling in")).as("the sample is there").isFalse();
    books().agreeWith(ledger);
    books().tellOnceOf(ledger.some(Fate.ACCEPTED, 25));
  }

  @Test
  @Order(5)
  void aRetryOfEverythingIsAnsweredAsTheFirstTime() {
    Map<String, String> versions = books().versions();

    Ledger again = ledger();
    for (int number = 0; number < REQUESTS; number++) {
      again.send(number);
    }

    assertThat(again.with(Fate.UNKNOWN)).isEmpty();
    assertThat(answeredFirst).isNotEmpty();
    answeredFirst.forEach((id, fate) -> {
      if (fate != Fate.UNKNOWN) {
        assertThat(again.fates()).containsEntry(id, fate);
      }
    });
    assertThat(books().versions()).as("nothing was written again").containsAllEntriesOf(versions);
    books().agreeWith(again);
  }

  @Test
  @Order(6)
  void itStopsCleanlyWhenItIsAsked() throws Exception {
    Duration took = platform.terminate();

    System.out.printf("SIGTERM to the end: %d ms%n", took.toMillis());
    // 128 + SIGTERM: what a JVM answers whose hooks have run.
    assertThat(platform.exitCode()).isEqualTo(143);
    assertThat(platform.output()).doesNotContain("While stopping");
    assertThat(took).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  @Order(7)
  void aResetEmptiesIt() throws IOException {
    String secrets = Files.readString(data.resolve("secrets.env"));

    platform =
        PlatformProcess.start(data, ports, "-Djianfu.reset", "-Djianfu.sample=false").untilReady();

    System.out.printf(
        "start on an empty folder to ready: %d ms, %d MB resident%n",
        platform.age().toMillis(), platform.residentMegabytes());
    assertThat(Files.readString(data.resolve("secrets.env"))).isNotEqualTo(secrets);
    assertThat(
            district()
                .get(platform.addresses().gateway().resolve("/api/v1/org-units?limit=200"))
                .toString())
        .doesNotContain(SampleUnit.XINDIAN);
  }

  private Ledger ledger() {
    return new Ledger(
        platform.client(SampleAccounts.townSystem("350213104000")), groupApi(), "killed");
  }

  private static void push(Ledger ledger) {
    for (int number = 0; number < REQUESTS; number++) {
      ledger.send(number);
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  private Map<String, Integer> groupsByTown() {
    Map<String, Integer> towns = new TreeMap<>();
    for (String id : books().idsBelow(SampleUnit.DISTRICT)) {
      towns.merge(id.substring(0, 9), 1, Integer::sum);
    }
    return towns;
  }

  private Books books() {
    return new Books(platform.addresses(), district());
  }

  private PlatformClient district() {
    return platform.client(SampleAccounts.SETUP);
  }

  private URI groupApi() {
    return platform.addresses().group().resolve("/api/v1/");
  }
}
