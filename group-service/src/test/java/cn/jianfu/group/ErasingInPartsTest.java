package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.retention.RetentionNow;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cut off at each of its writes in turn, and asked for again: nobody is left, and it is seen. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ErasingInPartsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ERASURES = "/api/v1/people/erasures";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final InProcessStore STORE = InProcessStore.open(StoreSettings.inMemory());
  private static final CutOff WRITES =
      new CutOff("erasures", "retentions", "imports", "import-files", "groups", "members", "staff");
  private static final ConfigurableApplicationContext INSTANCE =
      GroupServiceUnderTest.shared().on(STORE, WRITES);

  private final Asking town = asking("town-system", XINDIAN);
  private final Asking admin = asking("district-admin", DISTRICT);

  @AfterAll
  static void stop() {
    INSTANCE.close();
    STORE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "erasures, 0",
    "import-files, 0",
    "imports, 0",
    "groups, 0",
    "members, 0",
    "staff, 0",
    "erasures, 1"
  })
  @Order(1)
  void anErasureThatIsCutOffAnywhereIsDoneByAskingAgain(String collection, int writes) {
    // Later from case to case: an older list of staff would not be taken.
    today(LocalDate.of(2026, 11, 1).plusDays(COUNT.get()));
    String person = "cut." + collection + writes;
    String name = "独孤" + (char) ('一' + COUNT.incrementAndGet());
    isEverywhere(person, name);
    everythingIsSeen();

    WRITES.at(collection, writes);
    int first = erase(person).statusCode();
    assertThat(WRITES.over()).isTrue();

    assertThat(first).isGreaterThanOrEqualTo(500);
    assertThat(everything().contains(ref(person))).isEqualTo(writes == 0);
    boolean isBegun = !collection.equals("erasures") || writes > 0;
    assertThat(latest().path("imports").isNull()).isEqualTo(isBegun);

    assertThat(erase(person).statusCode()).isEqualTo(200);
    assertThat(everything()).doesNotContain(ref(person), name);
    assertThat(latest().path("imports").isNumber()).isTrue();
    JsonNode before = JSON.readTree(admin.send("GET", ERASURES, null).body()).at("/items/1");
    assertThat(before.path("imports").isNull()).isEqualTo(isBegun);
  }

  @ParameterizedTest
  @CsvSource({
    "retentions, 0, 0",
    "staff, 0, 0",
    "retentions, 1, 0",
    "members, 0, 1",
    "retentions, 2, 1",
    "import-files, 0, 2",
    "imports, 0, 2",
    "retentions, 3, 2"
  })
  @Order(2)
  void aLookThatIsCutOffAnywhereIsDoneByTheNext(String collection, int writes, int numbers) {
    LocalDate day = LocalDate.of(2030, 1, 1).plusDays(1000L * COUNT.get());
    today(day);
    String person = "old." + collection + writes;
    String name = "宇文" + (char) ('一' + COUNT.incrementAndGet());
    String group = isEverywhere(person, name);
    // On a later day: else the owner's other group would seem to follow this one.
    today(day.plusDays(5));
    isOver(group);
    today(day.plusDays(800));
    scan();
    scan();
    everythingIsSeen();

    WRITES.at(collection, writes);
    assertThatThrownBy(() -> RetentionNow.look(INSTANCE)).hasStackTraceContaining("cut off");
    assertThat(WRITES.over()).isTrue();

    JsonNode cut = looks().at("/items/0");
    if (!collection.equals("retentions") || writes > 0) {
      assertThat(cut.path("sheets").isNull()).isTrue();
      assertThat(numbersOf(cut)).isEqualTo(numbers);
    }
    RetentionNow.look(INSTANCE);
    assertThat(kept("members", "staff") + registers()).doesNotContain(ref(person), name);
    assertThat(Flux.from(database().getCollection("import-files").find()).blockFirst()).isNull();
    assertThat(numbersOf(looks().at("/items/0"))).isEqualTo(4);
    assertThat(RetentionNow.look(INSTANCE))
        .allSatisfy((_, changed) -> assertThat(changed).isZero());
  }

  private JsonNode looks() {
    return JSON.readTree(admin.send("GET", "/api/v1/people/retention", null).body());
  }

  private static long numbersOf(JsonNode look) {
    return look.valueStream().filter(JsonNode::isNumber).count();
  }

  /** Nothing of what happened is still to be published or looked at. */
  private void everythingIsSeen() {
    Bson waits = Filters.or(Filters.exists("outbox.0"), Filters.eq("state.checkDue", true));
    Await.within(Duration.ofSeconds(90))
        .untilAsserted(() -> {
          for (String collection : List.of("groups", "members", "staff")) {
            assertThat(Flux.from(database().getCollection(collection).find(waits)).blockFirst())
                .isNull();
          }
        });
  }

  private String isEverywhere(String person, String name) {
    int number = COUNT.get();
    String group = "/api/v1/groups/" + XINDIAN + "/WECOM/cut-" + number;
    sent(
        "PUT",
        group,
        "{\"name\":\"断点%d群\",\"ownerId\":\"%s\",\"ownerName\":\"%s\"}"
            .formatted(number, person, name));
    sent(
        "PUT",
        group + "/members",
        "{\"members\":[{\"id\":\"%s\"},{\"id\":\"stays\"}]}".formatted(person));
    staff("{\"id\":\"%s\",\"name\":\"%s\"},{\"id\":\"stays\"}".formatted(person, name));
    byte[] sheet = "群名称,群主,用途\n断点台账%d群,%s,值班\n".formatted(number, name).getBytes(UTF_8);
    var answer = town.with("Content-Type", "text/csv").send("POST", "/api/v1/imports", sheet);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return group;
  }

  /** The group is dissolved, and the person leaves. */
  private void isOver(String group) {
    sent("POST", group + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}");
    sent("POST", group + "/execution", "{}");
    staff("{\"id\":\"stays\"}");
  }

  private void staff(String people) {
    sent("PUT", "/api/v1/staff/" + XINDIAN, "{\"people\":[" + people + "]}");
  }

  private void sent(String method, String path, String body) {
    var answer = town.send(method, path, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  private HttpResponse<String> erase(String id) {
    return admin.send("POST", ERASURES, JSON.writeValueAsBytes(Map.of("id", id)));
  }

  private JsonNode latest() {
    return JSON.readTree(admin.send("GET", ERASURES, null).body()).at("/items/0");
  }

  private void today(LocalDate day) {
    byte[] body = "{\"now\":\"%sT02:00:00Z\"}".formatted(day).getBytes(UTF_8);
    assertThat(admin.send("PUT", "/api/v1/clock", body).statusCode()).isEqualTo(200);
  }

  private void scan() {
    assertThat(admin.send("POST", "/api/v1/scans", null).statusCode()).isEqualTo(201);
  }

  private static String everything() {
    return kept("members", "groups", "staff", "history", "erasures") + registers();
  }

  private static String kept(String... collections) {
    StringBuilder all = new StringBuilder();
    for (String collection : collections) {
      Flux.from(database().getCollection(collection).find())
          .doOnNext(document -> all.append(document.toJson()))
          .blockLast();
    }
    return all.toString();
  }

  /** What is kept of registers, and the files of those that name somebody. */
  private static String registers() {
    StringBuilder all = new StringBuilder();
    Flux.from(database().getCollection("imports").find())
        .doOnNext(it -> all.append(unpacked(it.get("record", Binary.class).getData())))
        .blockLast();
    return all.toString();
  }

  private static String unpacked(byte[] packed) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MongoDatabase database() {
    return INSTANCE.getBean(MongoDatabase.class);
  }

  private static String ref(String id) {
    return INSTANCE.getBean(PersonRefs.class).of(id);
  }

  private static Asking asking(String role, String unit) {
    return Asking.of(
            GroupServiceUnderTest.portOf(INSTANCE),
            GroupServiceUnderTest.shared().bearer(role, unit))
        .with("Content-Type", "application/json");
  }
}
