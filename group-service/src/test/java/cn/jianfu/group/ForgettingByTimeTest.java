package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import cn.jianfu.group.people.PersonRefs;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody has to ask: members of groups that have ended, and who is named in old registers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgettingByTimeTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final ServiceOverTime SERVICE = new ServiceOverTime();

  private final MongoDatabase database = SERVICE.instance().getBean(MongoDatabase.class);
  private final Asking csv =
      SERVICE.asking("town-office", XINDIAN).with("Content-Type", "text/csv");

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  @Order(1)
  void theMembersOfAGroupAreForgottenHalfAYearAfterItsEndAndTheirNumberStays() {
    SERVICE.today(BEGIN);
    SERVICE.declare("ended", "防汛群");
    String sent =
        "{\"takenAt\":\"%sT01:00:00Z\",\"members\":[{\"id\":\"p1\"},{\"id\":\"p2\"},{\"id\":\"p3\"}]}"
            .formatted(BEGIN);
    SERVICE.send("PUT", GROUPS + "ended/members", sent);
    dissolve("ended");
    archivedBy(BEGIN.plusDays(180));

    look();
    assertThat(kept("ended")).contains(ref("p1"));

    seenOn(BEGIN.plusDays(181));
    assertThat(look()).containsEntry("members", 1);

    assertThat(kept("ended")).doesNotContain(ref("p1"), ref("p2"), ref("p3"));
    JsonNode shown = SERVICE.read(GROUPS + "ended/members");
    assertThat(shown.path("members").asInt()).isEqualTo(3);
    assertThat(shown.path("forgotten").asInt()).isEqualTo(3);
    assertThat(look()).containsEntry("members", 0);
    // The same list again brings nobody back, and another one of that moment is none.
    SERVICE.send("PUT", GROUPS + "ended/members", sent);
    assertThat(kept("ended")).doesNotContain(ref("p1"));
    String fewer = sent.replace(",{\"id\":\"p3\"}", "");
    assertThat(
            SERVICE.town.send("PUT", GROUPS + "ended/members", fewer.getBytes(UTF_8)).statusCode())
        .isEqualTo(422);
  }

  @Test
  @Order(2)
  void publishedAgainThePastDayHasAsManyMembersAsItHad() {
    assertThat(SERVICE.admin.send("POST", "/api/v1/resyncs", null).statusCode()).isEqualTo(202);

    try (var events =
        new PublishedEvents(
            GroupServiceUnderTest.shared().brokers(), Topics.GROUP_ACTIVITY, Topics.GROUP_EVENTS)) {
      String group = XINDIAN + "/WECOM/ended";
      // Once when the list was taken, and once again now.
      assertThat(
              events.matching(it -> it.value().contains("\"" + group + "\"") && isOfMembers(it), 2))
          .allSatisfy(
              it -> assertThat(JSON.readTree(it.value()).path("members").asInt()).isEqualTo(3));
    }
  }

  private static boolean isOfMembers(ConsumerRecord<String, String> event) {
    return new String(event.headers().lastHeader("ce_type").value(), UTF_8)
        .contains("members-counted");
  }

  @Test
  @Order(3)
  void aLaterListOfAGroupThatHasEndedIsTakenAndGoesWithTheNextLook() {
    SERVICE.members("ended", 1, 2);
    assertThat(kept("ended")).contains(ref("p1"));

    Await.until(() -> assertThat(look()).containsEntry("members", 1));

    assertThat(kept("ended")).doesNotContain(ref("p1"));
    assertThat(SERVICE.read(GROUPS + "ended/members").path("members").asInt()).isEqualTo(2);
  }

  @Test
  @Order(4)
  void aListThatShowsThatAGroupGoesOnInAnotherStaysWhileThatIsFound() {
    LocalDate start = BEGIN.plusDays(181);
    SERVICE.today(start);
    SERVICE.declare("paper", "护林群");
    SERVICE.members("paper", 11, 20);
    dissolve("paper");
    SERVICE.today(start.plusDays(12));
    SERVICE.declare("again", "森林巡查联络群");
    SERVICE.members("again", 13, 24);
    assertThat(SERVICE.found("again")).containsExactly("G-REBOUND");
    JsonNode found = SERVICE.findings("again").getFirst();

    archivedBy(start.plusDays(300));
    look();

    assertThat(kept("paper")).contains(ref("p11"));
    assertThat(SERVICE.found("again")).contains("G-REBOUND");
    assertThat(SERVICE.findings("again").toString()).contains(found.path("reasonEn").asString());

    dissolve("again");
    SERVICE.scan();
    SERVICE.scan();
    Await.until(() -> {
      look();
      assertThat(kept("paper")).doesNotContain(ref("p11"));
    });
    assertThat(kept("again")).contains(ref("p13"));
  }

  @Test
  @Order(5)
  void whoIsNamedInARegisterIsForgottenHalfAYearAfterItWithTheSheet() {
    SERVICE.today(BEGIN.plusYears(2));
    imported("时效旧群,慕容一,值班,\n");
    String id = imported("时效旧群,慕容二,巡查,\n时效新群,慕容三,巡查,\n时效坏群,慕容四,值班,昨天慕容五\n");
    assertThat(corrections(id).statusCode()).isEqualTo(200);
    assertThat(unpacked(id)).contains("慕容一", "慕容二", "慕容三", "慕容五");
    String underWay = imported("时效未完群,慕容六,值班,\n");
    LeaseHolder sweeping = new LeaseHolder(database, "import-sweep", Duration.ofMinutes(5));
    sweeping.begins();
    ImportCutShort.asIfKilled(database, underWay);

    SERVICE.today(BEGIN.plusYears(2).plusDays(179));
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
  @Order(6)
  void anOldImportIsUndoneButForARowWhoseOwnerBeforeIsForgotten() {
    SERVICE.today(BEGIN.plusYears(3));
    imported("久旧群,慕容一,值班,\n久无群,,值班,\n");
    String id = imported("久旧群,慕容二,巡查,\n久无群,慕容二,巡查,\n久新群,慕容二,巡查,\n");
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
  @Order(7)
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

  @Test
  @Order(8)
  void twoInstancesAtOnceChangeEverythingOnce() {
    LocalDate start = BEGIN.plusYears(5);
    SERVICE.today(start);
    SERVICE.declare("twice", "双份群");
    SERVICE.members("twice", 31, 35);
    dissolve("twice");
    imported("双份一群,慕容七,值班,\n");
    archivedBy(start.plusDays(181));

    assertThat(RetentionNow.lookTwiceAtOnce(SERVICE.instance()))
        .containsEntry("members", 1)
        .containsEntry("imports", 1)
        .containsEntry("sheets", 1);
  }

  @Test
  @Order(9)
  void theDistrictSeesWhatIsSetAndWhatTheLooksHaveChanged() {
    JsonNode shown =
        JSON.readTree(SERVICE.admin.send("GET", "/api/v1/people/retention", null).body());

    assertThat(shown.path("inForce").toString())
        .isEqualTo(
            "{\"staffDays\":730,\"membersDays\":180,\"membersDaysNeeded\":180,\"importsDays\":180}");
    JsonNode last = shown.at("/items/0");
    assertThat(last.path("staff").asInt(-1)).isZero();
    assertThat(last.path("imports").asInt(-1) + shown.at("/items/1/imports").asInt(-1))
        .isEqualTo(1);
    assertThat(last.path("at").asString()).startsWith(BEGIN.plusYears(5).plusDays(181).toString());
    assertThat(shown.toString()).doesNotContain("慕容", ref("p31"));
    assertThat(
            SERVICE
                .asking("district-admin", MAXIANG)
                .send("GET", "/api/v1/people/retention", null)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void aListStaysForAsLongAsTheRulesLookBackWhateverIsSet() {
    try (var service = new ServiceOverTime("--jianfu.retention.members=30d")) {
      service.today(BEGIN);
      service.declare("needed", "防汛群");
      service.members("needed", 1, 3);
      dissolve(service, "needed");

      archivedBy(service, BEGIN.plusDays(120));
      assertThat(RetentionNow.look(service.instance())).containsEntry("members", 0);

      archivedBy(service, BEGIN.plusDays(121));
      assertThat(RetentionNow.look(service.instance())).containsEntry("members", 1);
    }
  }

  private Map<String, Integer> look() {
    return RetentionNow.look(SERVICE.instance());
  }

  private static void dissolve(String id) {
    dissolve(SERVICE, id);
  }

  private static void dissolve(ServiceOverTime service, String id) {
    service.send("POST", GROUPS + id + "/decisions", "{\"kind\":\"DISSOLVE\",\"reason\":\"闲置\"}");
    service.send("POST", GROUPS + id + "/execution", "{}");
  }

  /** Seen on that day by a scan, and then as archived by another one. */
  private static void archivedBy(LocalDate day) {
    archivedBy(SERVICE, day);
  }

  private static void archivedBy(ServiceOverTime service, LocalDate day) {
    service.today(day);
    service.scan();
    service.scan();
  }

  private static void seenOn(LocalDate day) {
    SERVICE.today(day);
    SERVICE.scan();
  }

  private String imported(String rows) {
    byte[] sheet = ("群名称,群主,用途,建群时间\n" + rows).getBytes(UTF_8);
    var answer = csv.send("POST", "/api/v1/imports", sheet);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).path("state").asString()).isEqualTo("APPLIED");
    return JSON.readTree(answer.body()).path("id").asString();
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

  private String kept(String group) {
    return Mono.from(
            database
                .getCollection("members")
                .find(Filters.eq("_id", XINDIAN + "/WECOM/" + group))
                .first())
        .map(Document::toJson)
        .blockOptional()
        .orElseThrow();
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

  private static String ref(String id) {
    return SERVICE.instance().getBean(PersonRefs.class).of(id);
  }
}
