package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import cn.jianfu.acceptance.Ledger.Fate;
import cn.jianfu.allinone.Part;
import cn.jianfu.allinone.SampleAccounts;
import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.RefusedByPlatform;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Faults of containers, many and in any order, while a town pushes: nothing lost, nothing twice.
 */
@Tag("containers")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerDrillsTest {

  private static final String NEICUO = "350213104000";
  private static final String LOGGED = "350213104901/WECOM/logged";

  /** Said by the JVM itself, before anything of ours runs. */
  private static final String OF_THE_JVM = "1 compiler directives added";

  private static final int EVENTS_THAT_MAY_WAIT = 150;
  private static final Duration PACE = Duration.ofMillis(400);

  private ContainerPlatform platform;
  private Books books;

  @BeforeAll
  void startAPlatformOfItsOwn() {
    platform =
        ContainerPlatform.start(
            Images.orSkip(),
            "drills",
            Map.of("jianfu.outbox.backlog", Integer.toString(EVENTS_THAT_MAY_WAIT)));
    platform.sample().setUp();
    books = new Books(platform.addresses(), platform.client(SampleAccounts.SETUP));
  }

  @AfterAll
  void removeIt() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  @Order(1)
  void noFaultLosesOrDoublesWhatWasAccepted() throws Exception {
    long seed = Long.getLong("drills.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Fault> faults = Fault.allShuffled(random);
    System.out.println("drills: " + faults.size() + " faults, -Ddrills.seed=" + seed);
    Ledger ledger = ledger("load");
    Drills drills = new Drills(platform, ledger("outbox"), random);
    AtomicBoolean enough = new AtomicBoolean();
    Diary diary =
        new Diary(
            platform.addresses(),
            platform.client(SampleAccounts.townSystem(Diary.TOWN)),
            books.district(),
            "diary");
    diary.open();
    Thread load = Thread.ofPlatform().start(() -> push(ledger::send, enough));
    Thread telling = Thread.ofPlatform().start(() -> push(diary::say, enough));
    try {
      for (Fault fault : faults) {
        acceptedSome(ledger);
        drills.strike(fault);
        acceptedSome(ledger);
      }
    } finally {
      enough.set(true);
      load.join();
      telling.join();
    }

    System.out.println(drills.table());
    System.out.println("diary: " + diary);
    System.out.println("load: " + ledger + "; while the outbox was full: " + drills.ledger());
    assertThat(drills.struck()).isEqualTo(faults.size()).isGreaterThanOrEqualTo(30);
    assertThat(ledger.with(Fate.UNKNOWN)).as("the faults were felt").isNotEmpty();
    drillsLeftNothingWrong(ledger);
    drillsLeftNothingWrong(drills.ledger());
    diary.isFullOf(Fate.ACCEPTED, Fate.DECLINED, Fate.UNKNOWN);
    new DiaryReadBack(diary).isKeptAndShown();
  }

  @Test
  @Order(2)
  void theViewEqualsARebuildOfIt() {
    books.equalARebuild();
  }

  /** Whoever collects the lines can read them, follow a failed request, and learns of nobody. */
  @Test
  @Order(3)
  void everyLineIsADocumentAndNamesNobody() {
    PlatformClient neicuo = platform.client(SampleAccounts.townSystem(NEICUO));
    URI members = platform.addresses().group().resolve("/api/v1/groups/" + LOGGED + "/members");
    Map<String, Object> odd =
        Map.of("takenAt", "欧阳测试", "members", List.of(Map.of("id", "13906018888", "name", "欧阳测试")));
    assertThat(catchThrowable(() -> neicuo.send("PUT", members, odd)))
        .isInstanceOf(RefusedByPlatform.class);

    for (Part part : List.of(Part.IDENTITY, Part.GROUP_SERVICE, Part.REPORT_GATEWAY)) {
      assertThat(platform.linesOf(part))
          .noneMatch(line -> line.contains("欧阳测试") || line.contains("13906018888"));
      assertThat(documents(part))
          .hasSizeGreaterThan(10)
          .allMatch(line -> !line.path("message").asString().isEmpty());
    }
    assertThat(documents(Part.GROUP_SERVICE))
        .as("of requests that failed while the store was away")
        .anyMatch(line -> line.has("traceId"));
  }

  /** Fails for a line that is none. */
  private List<JsonNode> documents(Part part) {
    return platform.linesOf(part).stream()
        .filter(line -> !line.equals(OF_THE_JVM))
        .map(JsonMapper.shared()::readTree)
        .toList();
  }

  private void drillsLeftNothingWrong(Ledger ledger) {
    List<String> kept = books.idsBelow(Ledger.UNIT).stream().filter(ledger::owns).toList();
    Set<String> accepted = ledger.with(Fate.ACCEPTED);
    System.out.printf(
        "%d accepted; in the store %d lost, %d doubled%n",
        accepted.size(),
        accepted.stream().filter(id -> !kept.contains(id)).count(),
        kept.size() - Set.copyOf(kept).size());
    books.agreeWith(ledger);
    books.tellOnceOf(ledger.some(Fate.ACCEPTED, 50));
  }

  /** The load is still going, and is answered. */
  private static void acceptedSome(Ledger ledger) {
    int before = ledger.with(Fate.ACCEPTED).size();
    await()
        .pollInterval(Duration.ofMillis(100))
        .atMost(Duration.ofMinutes(4))
        .until(() -> ledger.with(Fate.ACCEPTED).size() > before);
  }

  private static void push(IntConsumer load, AtomicBoolean enough) {
    for (int number = 1; !enough.get(); number++) {
      load.accept(number);
      LockSupport.parkNanos(PACE.toNanos());
    }
  }

  private Ledger ledger(String name) {
    PlatformClient neicuo = platform.client(SampleAccounts.townSystem(NEICUO));
    URI api = platform.addresses().group().resolve("/api/v1/");
    return new Ledger(neicuo, api, name);
  }
}
