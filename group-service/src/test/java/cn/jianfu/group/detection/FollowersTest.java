package cn.jianfu.group.detection;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.GroupServiceUnderTest;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.DetectionScan;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanOutcome;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What is said of a group between a scan's reading and its following is not overruled. */
class FollowersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final LocalDate END = BEGIN.plusDays(10);
  private static final LocalDate OVER = END.plusDays(39);
  private static final String KEEP = "{\"kind\":\"KEEP\",\"reason\":\"任务延长\"}";

  private static final GroupServiceUnderTest SERVICE = GroupServiceUnderTest.shared();
  private static final InProcessStore STORE = InProcessStore.open(StoreSettings.inMemory());
  private static final ConfigurableApplicationContext HERE = SERVICE.on(STORE);
  private static final Asking TOWN = asking("town-system", XINDIAN);

  @BeforeAll
  static void groupsOutliveTheirEnd() {
    // Here only the test says when somebody looks.
    HERE.getBean(DetectionFollowUp.class).stop();
    Await.until(() -> itIs(BEGIN));
    List<String> all = List.of("left", "kept", "moved", "disbanded", "early");
    for (String id : all) {
      Await.until(() -> declare(id, END));
      send("POST", path(id) + "/filing", "{\"filingNo\":\"备-%s\"}".formatted(id));
      send("PUT", path(id) + "/activity/" + BEGIN, "{\"messages\":9,\"activeSenders\":5}");
    }
    itIs(END.plusDays(8));
    Read warnings = read();
    send("POST", path("early") + "/decisions", KEEP);
    follow(warnings);
    itIs(END.plusDays(38));
    for (String id : all) {
      send(
          "PUT",
          path(id) + "/activity/" + END.plusDays(20),
          "{\"messages\":1,\"activeSenders\":1}");
    }
    itIs(OVER);
  }

  @AfterAll
  static void stop() {
    HERE.close();
    STORE.close();
  }

  @Test
  void whatIsSaidAfterTheScanHasReadStands() {
    assertThat(state("early")).isEqualTo(GroupState.ACTIVE);
    assertThat(state("left")).isEqualTo(GroupState.WARNED);

    Read endings = read();
    send("POST", path("kept") + "/decisions", KEEP);
    declare("moved", OVER.plusDays(60));
    send("POST", path("disbanded") + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"任务完成\"}");
    follow(endings);

    assertThat(state("left")).isEqualTo(GroupState.DISSOLVED);
    assertThat(state("kept")).isEqualTo(GroupState.ACTIVE);
    assertThat(state("moved")).isEqualTo(GroupState.WARNED);
    assertThat(state("disbanded")).isEqualTo(GroupState.DISSOLVING);

    follow(read());
    assertThat(state("kept")).isEqualTo(GroupState.ACTIVE);
    assertThat(state("moved")).isEqualTo(GroupState.ACTIVE);
    assertThat(state("disbanded")).isEqualTo(GroupState.DISSOLVING);
  }

  /** What a scan has read and found. */
  private record Read(ScanFacts facts, ScanOutcome.Scanned scanned) {}

  private static Read read() {
    ReferenceData district = HERE.getBean(Reference.class).data();
    LocalDate day = HERE.getBean(DistrictClock.class).today();
    RuleSet rules = DistrictRules.inForceOn(day, district);
    ScanFacts facts =
        HERE.getBean(DetectionFacts.class)
            .on(day, List.of(), rules, district)
            .blockOptional(PATIENCE)
            .orElseThrow();
    return new Read(facts, (ScanOutcome.Scanned) DetectionScan.scan(rules, facts.input()));
  }

  private static void follow(Read read) {
    new Followers(HERE.getBean(WorkGroups.class), HERE.getBean(Origins.class))
        .follow(read.facts(), read.scanned(), read.scanned().detected())
        .block(PATIENCE);
  }

  private static GroupState state(String id) {
    return HERE.getBean(WorkGroups.class)
        .find(GroupId.parse(XINDIAN + "/WECOM/" + id))
        .map(Stored::state)
        .map(WorkGroup::state)
        .blockOptional(PATIENCE)
        .orElseThrow();
  }

  private static void declare(String id, LocalDate validUntil) {
    send(
        "PUT",
        path(id),
        "{\"name\":\"%s\",\"kind\":\"TEMPORARY\",\"createdOn\":\"2026-05-01\",\"validUntil\":\"%s\"}"
            .formatted(id, validUntil));
  }

  private static void itIs(LocalDate day) {
    byte[] now = "{\"now\":\"%sT02:00:00Z\"}".formatted(day).getBytes(UTF_8);
    assertThat(asking("district-admin", DISTRICT).send("PUT", "/api/v1/clock", now).statusCode())
        .isEqualTo(200);
  }

  private static String path(String id) {
    return "/api/v1/groups/" + XINDIAN + "/WECOM/" + id;
  }

  private static Asking asking(String role, String unit) {
    return Asking.of(GroupServiceUnderTest.portOf(HERE), SERVICE.bearer(role, unit))
        .with("Content-Type", "application/json");
  }

  private static void send(String method, String path, String body) {
    var answer = TOWN.send(method, path, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
  }
}
