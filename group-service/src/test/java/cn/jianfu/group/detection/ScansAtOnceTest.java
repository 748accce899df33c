package cn.jianfu.group.detection;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.group.PublishedEvents;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.finding.Finding;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Three instances look at the same groups: at once, stopped anywhere, and while rules change. */
class ScansAtOnceTest {

  private static final int GROUPS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final GroupServiceUnderTest SERVICE = GroupServiceUnderTest.shared();
  private static final InProcessStore STORE = InProcessStore.open(StoreSettings.inMemory());
  private static final List<ConfigurableApplicationContext> INSTANCES = new ArrayList<>();

  @BeforeAll
  static void groupsHaveOutlivedTheirEnd() {
    for (int i = 0; i < 3; i++) {
      ConfigurableApplicationContext instance = SERVICE.on(STORE);
      // Here only the test says when somebody looks.
      instance.getBean(DetectionFollowUp.class).stop();
      INSTANCES.add(instance);
    }
    Asking town =
        Asking.of(
                GroupServiceUnderTest.portOf(INSTANCES.getFirst()),
                SERVICE.bearer("town-system", XINDIAN))
            .with("Content-Type", "application/json");
    for (int i = 0; i < GROUPS; i++) {
      String path = "/api/v1/groups/" + XINDIAN + "/WECOM/at-once-" + i;
      byte[] body =
          ("{\"name\":\"临时第%d号\",\"kind\":\"TEMPORARY\",\"createdOn\":\"2026-01-05\","
                  + "\"validUntil\":\"2026-10-01\"}")
              .formatted(i)
              .getBytes(UTF_8);
      Await.until(() -> assertThat(town.send("PUT", path, body).statusCode()).isIn(200, 201));
    }
  }

  @AfterAll
  static void stop() {
    INSTANCES.forEach(ConfigurableApplicationContext::close);
    STORE.close();
  }

  @Test
  void whateverIsStoppedInBetweenEachFindingIsReportedOnceAndRulesNeverMix() {
    Random chance = new Random(20261128);
    for (int round = 0; round < 25; round++) {
      List<Disposable> scans =
          INSTANCES.stream()
              .map(ScansAtOnceTest::detection)
              .map(it -> it.run().subscribe())
              .toList();
      for (Disposable scan : scans) {
        // As if its holder had died: the others do not wait for it.
        forgetTheLease();
        pause(chance.nextInt(15));
        scan.dispose();
      }
    }
    List<ScanResult> both =
        Mono.zip(whole(0), whole(1), (one, other) -> List.of(one, other)).block(PATIENCE);

    assertThat(both).isNotNull();
    assertThat(openFindings()).hasSize(GROUPS);
    assertThat(raised())
        .hasSize(GROUPS)
        .allSatisfy((finding, events) -> assertThat(events).as(finding).hasSize(1));

    rulesChangeWhileOneScans(chance);
  }

  /** By the rules before all of them are open, by those after none. */
  private static void rulesChangeWhileOneScans(Random chance) {
    for (int round = 1; round <= 12; round++) {
      int days = round % 2 == 1 ? 400 : 7;
      Mono<ScanResult> scan = whole(0).cache();
      scan.subscribe();
      pause(chance.nextInt(40));
      publish(round + 1, days);
      scan.block(PATIENCE);

      assertThat(openFindings().size()).as("round " + round).isIn(0, GROUPS);
      assertThat(
              openFindings().stream().map(it -> it.found().ruleSet()).collect(Collectors.toSet()))
          .hasSizeLessThanOrEqualTo(1);

      whole(round % 3).block(PATIENCE);
      assertThat(openFindings()).as("round " + round).hasSize(days == 7 ? GROUPS : 0);
    }
  }

  private static Mono<ScanResult> whole(int instance) {
    return Mono.fromRunnable(ScansAtOnceTest::forgetTheLease)
        .then(detection(INSTANCES.get(instance)).run())
        .subscribeOn(Schedulers.boundedElastic())
        .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(20)));
  }

  private static Detection detection(ConfigurableApplicationContext instance) {
    return instance.getBean(Detection.class);
  }

  private static List<Finding> openFindings() {
    return INSTANCES
        .getFirst()
        .getBean(Findings.class)
        .open()
        .filter(it -> it.found().rule() == DetectionRule.OUTLIVED)
        .collectList()
        .blockOptional(PATIENCE)
        .orElseThrow();
  }

  private static void forgetTheLease() {
    Mono.from(
            INSTANCES
                .getFirst()
                .getBean(MongoDatabase.class)
                .getCollection("jianfu_jobs")
                .deleteOne(new Document("_id", "detection")))
        .block(PATIENCE);
  }

  /** The ids of the events that say that a group has outlived its end, by finding. */
  private static Map<String, Set<String>> raised() {
    Set<String> findings =
        openFindings().stream().map(it -> it.found().id()).collect(Collectors.toSet());
    try (var events = new PublishedEvents(SERVICE.brokers(), Topics.GROUP_EVENTS)) {
      List<ConsumerRecord<String, String>> heard = List.of();
      for (int i = 0; i < 10; i++) {
        heard = events.matching(it -> findings.contains(it.key()), GROUPS);
      }
      return heard.stream()
          .filter(it -> header(it, "ce_type").equals("group.finding-raised.v1"))
          .collect(
              Collectors.groupingBy(
                  ConsumerRecord::key,
                  Collectors.mapping(it -> header(it, "ce_id"), Collectors.toSet())));
    }
  }

  private static String header(ConsumerRecord<String, String> event, String name) {
    return new String(event.headers().lastHeader(name).value(), UTF_8);
  }

  private static void publish(int version, int graceDays) {
    for (ConfigurableApplicationContext instance : INSTANCES) {
      Reference reference = instance.getBean(Reference.class);
      RuleSetV1 first = reference.data().ruleSets().getFirst();
      Map<String, BigDecimal> thresholds = new HashMap<>(first.thresholds());
      thresholds.put("temp.graceDays", BigDecimal.valueOf(graceDays));
      RuleSetV1 next =
          new RuleSetV1(
              first.id(),
              version,
              first.effectiveFrom(),
              first.rules(),
              thresholds,
              first.areaWeights());
      KnownDistrict.teach(reference, next);
    }
  }

  private static void pause(int milliseconds) {
    Mono.delay(Duration.ofMillis(milliseconds)).block();
  }
}
