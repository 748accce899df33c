package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** After another key for people nobody has left, and nothing is put right, because of the key. */
class ChangingTheKeyTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 11);
  private static final String TAKEN = "\"takenAt\":\"2026-05-10T02:00:00Z\"";
  private static final String[] OTHER_KEY = {
    "--jianfu.people.key=fedcba9876543210fedcba9876543210",
    "--jianfu.people.key-version=k2",
    "--jianfu.people.former-key=0123456789abcdef0123456789abcdef",
    "--jianfu.people.former-key-version=k1"
  };

  @Test
  void whatIsUnderTheKeyBeforeIsUnknownUntilItIsSentAgain() {
    try (InProcessStore store = InProcessStore.open(StoreSettings.inMemory())) {
      Map<String, String> before;
      try (ServiceOverTime service = new ServiceOverTime(store)) {
        service.today(DAY);
        declare(service);
        send(service);
        service.scan();
        before = findings(service);
      }
      assertThat(before.values()).contains("G-OVER", "G-LEAVE", "G-OWNER");

      try (ServiceOverTime service = new ServiceOverTime(store, OTHER_KEY)) {
        service.today(DAY.plusDays(1));
        service.scan();
        assertThat(findings(service)).isEqualTo(before);
        assertThat(behind(service).toString())
            .isEqualTo(
                "{\"town\":\"%s\",\"memberLists\":2,\"staffLists\":1,\"owners\":2}"
                    .formatted(XINDIAN));

        // Of the list of staff alone nobody knows who has left.
        staff(service);
        service.scan();
        assertThat(findings(service)).isEqualTo(before);

        send(service);
        declare(service);
        service.scan();
        assertThat(findings(service)).isEqualTo(before);
        assertThat(behind(service).isMissingNode()).isTrue();
      }
    }
  }

  @Test
  void whoIsInTooManyGroupsIsNobodyInTheFindingAndAnotherUnderAnotherKey() {
    try (InProcessStore store = InProcessStore.open(StoreSettings.inMemory())) {
      try (ServiceOverTime service = new ServiceOverTime(store)) {
        service.today(DAY);
        for (int i = 0; i < 12; i++) {
          service.declare("g" + i, "\"name\":\"" + "甲乙丙丁戊己庚辛壬癸子丑".charAt(i) + "\"", "");
          sendMembers(service, i);
        }
        service.scan();
        assertThat(loads(service, true)).hasSize(1);
        assertThat(loads(service, true).toString() + kept(service)).doesNotContain("k1:");
        service.scan();
        assertThat(loads(service, true)).hasSize(1);
      }
      try (ServiceOverTime service = new ServiceOverTime(store, OTHER_KEY)) {
        service.today(DAY.plusDays(1));
        List<JsonNode> before = loads(service, true);
        service.scan();
        for (int i = 0; i < 11; i++) {
          sendMembers(service, i);
        }
        service.scan();
        assertThat(loads(service, true)).as("one list is out").containsAll(before);

        sendMembers(service, 11);
        service.scan();
        assertThat(loads(service, true)).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(loads(service, false).getFirst().path("clearedWhy").asString())
            .isEqualTo("JOINED");
      }
    }
  }

  private static void sendMembers(ServiceOverTime service, int group) {
    service.send(
        "PUT",
        GROUPS + "g" + group + "/members",
        "{" + TAKEN + ",\"members\":[{\"id\":\"p1\"},{\"id\":\"own-" + group + "\"}]}");
  }

  private static List<JsonNode> loads(ServiceOverTime service, boolean open) {
    return service
        .read("/api/v1/findings?rule=G-DUPP&open=" + open)
        .path("items")
        .valueStream()
        .toList();
  }

  private static String kept(ServiceOverTime service) {
    return String.valueOf(
        Flux.from(service.bean(MongoDatabase.class).getCollection("findings").find())
            .map(Document::toJson)
            .collectList()
            .block());
  }

  @Test
  void whoIsErasedIsFoundUnderTheKeyBefore() {
    try (InProcessStore store = InProcessStore.open(StoreSettings.inMemory())) {
      try (ServiceOverTime service = new ServiceOverTime(store)) {
        service.today(DAY);
        declare(service);
        send(service);
      }
      try (ServiceOverTime service = new ServiceOverTime(store, OTHER_KEY)) {
        service.today(DAY);
        var answer =
            service.admin.send(
                "POST", "/api/v1/people/erasures", "{\"id\":\"p1\"}".getBytes(UTF_8));
        JsonNode erased = JsonMapper.shared().readTree(answer.body());

        assertThat(erased.path("members").asInt()).as(answer.body()).isEqualTo(2);
        assertThat(erased.path("groups").asInt()).isEqualTo(1);
        assertThat(erased.path("staff").asInt()).isEqualTo(1);
      }
    }
  }

  /** The second's owner has left. */
  private static void declare(ServiceOverTime service) {
    service.declare("one", "\"name\":\"防汛值班群\",\"ownerId\":\"p1\"", "");
    service.declare("two", "\"name\":\"森林防火群\",\"ownerId\":\"p9\"", "");
  }

  private static void send(ServiceOverTime service) {
    staff(service);
    members(service, "one", 10);
    members(service, "two", 9);
  }

  private static void staff(ServiceOverTime service) {
    StringBuilder people = new StringBuilder();
    for (int i = 1; i <= 10; i++) {
      people.append(i == 1 ? "" : ",").append("{\"id\":\"p").append(i).append('"');
      people.append(i == 9 ? ",\"active\":false,\"leftOn\":\"2026-03-02\"}" : "}");
    }
    service.send("PUT", "/api/v1/staff/" + XINDIAN, "{" + TAKEN + ",\"people\":[" + people + "]}");
  }

  private static void members(ServiceOverTime service, String id, int count) {
    StringBuilder people = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      people.append(i == 1 ? "" : ",").append("{\"id\":\"p").append(i).append("\"}");
    }
    service.send("PUT", GROUPS + id + "/members", "{" + TAKEN + ",\"members\":[" + people + "]}");
  }

  /** Rules by finding. */
  private static Map<String, String> findings(ServiceOverTime service) {
    Map<String, String> rules = new TreeMap<>();
    service
        .findings()
        .forEach(it -> rules.put(it.path("findingId").asString(), it.path("rule").asString()));
    return rules;
  }

  private static JsonNode behind(ServiceOverTime service) {
    String answer = service.admin.send("GET", "/api/v1/people/key", null).body();
    return JsonMapper.shared().readTree(answer).at("/behind/0");
  }
}
