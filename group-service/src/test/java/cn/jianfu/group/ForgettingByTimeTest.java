package cn.jianfu.group;

import static cn.jianfu.group.ServiceOverTime.GROUPS;
import static cn.jianfu.group.reference.KnownDistrict.MAXIANG;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.Topics;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.retention.RetentionNow;
import cn.jianfu.testkit.Await;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody has to ask: members of groups that have ended are forgotten, and every look is seen. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgettingByTimeTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final LocalDate BEGIN = LocalDate.of(2026, 5, 11);
  private static final ServiceOverTime SERVICE = new ServiceOverTime();

  private final MongoDatabase database = SERVICE.instance().getBean(MongoDatabase.class);

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
  void twoInstancesAtOnceChangeEverythingOnce() {
    LocalDate start = BEGIN.plusYears(5);
    SERVICE.today(start);
    // What the tests before have left goes first.
    Await.until(() -> assertThat(look()).containsEntry("members", 0));
    SERVICE.declare("twice", "双份群");
    SERVICE.members("twice", 31, 35);
    dissolve("twice");
    SERVICE.imported("双份一群,慕容七,值班,\n");
    archivedBy(start.plusDays(181));

    assertThat(RetentionNow.lookTwiceAtOnce(SERVICE.instance()))
        .containsEntry("members", 1)
        .containsEntry("imports", 1)
        .containsEntry("sheets", 1);
  }

  @Test
  @Order(6)
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

  private static String ref(String id) {
    return SERVICE.instance().getBean(PersonRefs.class).of(id);
  }
}
