package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.retention.RetentionNow;
import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Await;
import cn.jianfu.testkit.LeaseHolder;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody has to ask: who is named in old registers is forgotten, and the sheets are deleted. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgettingImportsTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final ServiceOverTime SERVICE = new ServiceOverTime();

  private final MongoDatabase database = SERVICE.instance().getBean(MongoDatabase.class);
  private final Asking csv =
      SERVICE.asking("town-office", XINDIAN).with("Content-Type", "text/csv");

  @BeforeAll
  static void unitsAreKnown() {
    SERVICE.today(BEGIN);
    SERVICE.declare("first", "先有的群");
  }

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  @Order(1)
  void whoIsNamedInARegisterIsForgottenHalfAYearAfterItWithTheSheet() {
    SERVICE.today(BEGIN.plusYears(2));
    SERVICE.imported("时效旧群,慕容一,值班,\n");
    String id = SERVICE.imported("时效旧群,慕容二,巡查,\n时效新群,慕容三,巡查,\n时效坏群,慕容四,值班,昨天慕容五\n");
    assertThat(corrections(id).statusCode()).isEqualTo(200);
    assertThat(unpacked(id)).contains("慕容一", "慕容二", "慕容三", "慕容五");
    String underWay = SERVICE.imported("时效未完群,慕容六,值班,\n");
    LeaseHolder sweeping = new LeaseHolder(database, "import-sweep", Duration.ofMinutes(5));
    sweeping.begins();
    ImportCutShort.asIfKilled(database, underWay);

    SERVICE.today(BEGIN.plusYears(2).plusDays(180));
    assertThat(look()).containsEntry("imports", 0).containsEntry("sheets", 0);
    SERVICE.today(BEGIN.plusYears(2).plusDays(181));
    assertThat(look()).containsEntry("imports", 2).containsEntry("sheets", 2);

    assertThat(unpacked(id)).doesNotContain("慕容").contains("时效旧群", "时效新群");
    assertThat(unpacked(underWay)).contains("慕容六");
    assertThat(corrections(underWay).statusCode()).isEqualTo(200);
    JsonNode gone = JSON.readTree(corrections(id).body());
    assertThat(gone.path("status").asInt()).isEqualTo(410);
    assertThat(gone.path("detail").asString())
        .contains("180", BEGIN.plusYears(2).plusDays(181).toString());
    JsonNode shown = SERVICE.read("/api/v1/imports/" + id);
    assertThat(shown.path("peopleForgotten").asString())
        .isEqualTo(BEGIN.plusYears(2).plusDays(181).toString());
    assertThat(shown.at("/report/accepted").asInt()).isEqualTo(2);
    assertThat(shown.at("/report/messages").size()).isZero();
    assertThat(shown.at("/listed/created").asInt()).isEqualTo(1);
    assertThat(look()).containsEntry("imports", 0).containsEntry("sheets", 0);

    sweeping.diedLongAgo();
    Await.until(() ->
        assertThat(SERVICE.read("/api/v1/imports/" + underWay).path("state").asString())
            .isEqualTo("APPLIED"));
    assertThat(look()).containsEntry("imports", 1).containsEntry("sheets", 1);
  }

  @Test
  @Order(2)
  void anOldImportIsUndoneButForARowWhoseOwnerBeforeIsForgotten() {
    SERVICE.today(BEGIN.plusYears(3));
    SERVICE.imported("久旧群,慕容一,值班,\n久无群,,值班,\n");
    String id = SERVICE.imported("久旧群,慕容二,巡查,\n久无群,慕容二,巡查,\n久新群,慕容二,巡查,\n");
    SERVICE.today(BEGIN.plusYears(3).plusDays(181));
    look();

    JsonNode refused =
        JSON.readTree(csv.send("POST", "/api/v1/imports/" + id + "/undo", null).body());
    assertThat(refused.path("state").asString()).isEqualTo("APPLIED");
    assertThat(refused.at("/undo/messages").size()).isEqualTo(1);
    assertThat(refused.at("/undo/messages/0/code").asString())
        .isEqualTo("register.undo-owner-gone");

    JsonNode some =
        JSON.readTree(
            csv.send("POST", "/api/v1/imports/" + id + "/undo?atomic=false", null).body());
    assertThat(some.path("state").asString()).isEqualTo("UNDONE");
    assertThat(group("久旧群").path("ownerName").asString()).isEqualTo("慕容二");
    assertThat(group("久旧群").path("purpose").asString()).isEqualTo("巡查");
    assertThat(group("久无群").path("purpose").asString()).isEqualTo("值班");
    assertThat(group("久新群").path("state").asString()).isEqualTo("WITHDRAWN");
  }

  @Test
  @Order(3)
  void aSheetThatIsOfNoImportGoesToo() {
    SERVICE.today(BEGIN.plusYears(4));
    Asking keyed = csv.with("Idempotency-Key", "stray");
    assertThat(keyed.send("POST", "/api/v1/imports", "群名称\n孤一群\n".getBytes(UTF_8)).statusCode())
        .isEqualTo(200);
    assertThat(keyed.send("POST", "/api/v1/imports", "群名称\n孤二群\n".getBytes(UTF_8)).statusCode())
        .isEqualTo(422);
    Mono.from(
            sheets()
                .insertOne(
                    new Document("_id", "cut/short")
                        .append("at", Date.from(Instant.parse("2030-05-11T00:00:00Z")))))
        .block();

    assertThat(look()).containsEntry("sheets", 0);
    SERVICE.today(BEGIN.plusYears(4).plusDays(181));

    assertThat(look()).containsEntry("imports", 1).containsEntry("sheets", 3);
    assertThat(Flux.from(sheets().find()).collectList().block()).isEmpty();
  }

  private Map<String, Integer> look() {
    return RetentionNow.look(SERVICE.instance());
  }

  private HttpResponse<String> corrections(String id) {
    return csv.send("GET", "/api/v1/imports/" + id + "/errors.xlsx", null);
  }

  private static JsonNode group(String name) {
    return SERVICE.read("/api/v1/groups?q=" + URLEncoder.encode(name, UTF_8)).at("/items/0");
  }

  private MongoCollection<Document> sheets() {
    return database.getCollection("import-files");
  }

  private String unpacked(String id) {
    Document stored =
        Mono.from(database.getCollection("imports").find(Filters.eq("_id", id)))
            .blockOptional()
            .orElseThrow();
    byte[] packed = stored.get("record", Binary.class).getData();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
