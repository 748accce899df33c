package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An instance whose clock is set, as 新店镇's own system and the district's people use it. */
final class ServiceOverTime implements AutoCloseable {

  static final String GROUPS = "/api/v1/groups/" + XINDIAN + "/WECOM/";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final InProcessStore store;
  private final boolean isOwnStore;
  private final ConfigurableApplicationContext instance;
  final Asking town;
  final Asking admin;

  /** With these settings. */
  ServiceOverTime(String... settings) {
    this(InProcessStore.open(StoreSettings.inMemory()), true, settings);
  }

  /** On a store that stays when it is closed. */
  ServiceOverTime(InProcessStore store, String... settings) {
    this(store, false, settings);
  }

  private ServiceOverTime(InProcessStore store, boolean isOwnStore, String... settings) {
    this.store = store;
    this.isOwnStore = isOwnStore;
    instance = GroupServiceUnderTest.shared().on(store, settings);
    town = asking("town-system", XINDIAN);
    admin = asking("district-admin", DISTRICT);
  }

  <T> T bean(Class<T> type) {
    return instance.getBean(type);
  }

  Asking asking(String role, String unit) {
    return Asking.of(
            GroupServiceUnderTest.portOf(instance),
            GroupServiceUnderTest.shared().bearer(role, unit))
        .with("Content-Type", "application/json");
  }

  ConfigurableApplicationContext instance() {
    return instance;
  }

  void today(LocalDate day) {
    byte[] body = "{\"now\":\"%sT02:00:00Z\"}".formatted(day).getBytes(UTF_8);
    assertThat(admin.send("PUT", "/api/v1/clock", body).statusCode()).isEqualTo(200);
  }

  void declare(String id, String name) {
    declare(id, "\"name\":\"%s\",\"ownerId\":\"owner-%s\"".formatted(name, id), "");
  }

  /** Once the units are known here. */
  void declare(String id, String facts, String more) {
    byte[] body = ("{" + facts + more + "}").getBytes(UTF_8);
    Await.until(() -> assertThat(town.send("PUT", GROUPS + id, body).statusCode()).isIn(200, 201));
  }

  void members(String id, int from, int to) {
    String people =
        IntStream.rangeClosed(from, to)
            .mapToObj(i -> "{\"id\":\"p%d\"}".formatted(i))
            .collect(Collectors.joining(","));
    send("PUT", GROUPS + id + "/members", "{\"members\":[" + people + "]}");
  }

  /** Imports rows of name, owner, purpose and founding; its id. */
  String imported(String rows) {
    byte[] sheet = ("群名称,群主,用途,建群时间\n" + rows).getBytes(UTF_8);
    Asking office = asking("town-office", XINDIAN).with("Content-Type", "text/csv");
    JsonNode done = JSON.readTree(office.send("POST", "/api/v1/imports", sheet).body());
    assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("APPLIED");
    return done.path("id").asString();
  }

  void day(String id, LocalDate day, String counters) {
    send("PUT", GROUPS + id + "/activity/" + day, "{" + counters + "}");
  }

  void send(String method, String path, String body) {
    var answer = town.send(method, path, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  JsonNode read(String path) {
    var answer = town.send("GET", path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** The next version of the rules, with one other number; in force as long as the first. */
  void publish(String threshold, int number) {
    Reference reference = instance.getBean(Reference.class);
    RuleSetV1 before = reference.data().ruleSets().getLast();
    Map<String, BigDecimal> thresholds = new HashMap<>(before.thresholds());
    thresholds.put(threshold, BigDecimal.valueOf(number));
    KnownDistrict.teach(
        reference,
        new RuleSetV1(
            before.id(),
            before.version() + 1,
            before.effectiveFrom(),
            before.rules(),
            thresholds,
            before.areaWeights()));
  }

  void scan() {
    assertThat(admin.send("POST", "/api/v1/scans", null).statusCode()).isEqualTo(201);
  }

  /** The rules that a scan finds broken by a group. */
  List<String> found(String group) {
    scan();
    List<String> rules = new ArrayList<>();
    findings(group).forEach(each -> rules.add(each.path("rule").asString()));
    return rules;
  }

  List<JsonNode> findings(String group) {
    return findings().stream()
        .filter(each -> each.path("groups").toString().contains("/" + group + "\""))
        .toList();
  }

  List<JsonNode> findings() {
    List<JsonNode> all = new ArrayList<>();
    read("/api/v1/findings?limit=200").path("items").forEach(all::add);
    return all;
  }

  @Override
  public void close() {
    instance.close();
    if (isOwnStore) {
      store.close();
    }
  }
}
