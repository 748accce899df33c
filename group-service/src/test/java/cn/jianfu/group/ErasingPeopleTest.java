package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.testkit.Asking;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person asks the district not to be known any more. */
class ErasingPeopleTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ERASURES = "/api/v1/people/erasures";
  private static final List<String> EVERYTHING =
      List.of("groups", "members", "staff", "history", "findings", "erasures");

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final Asking town = json(service.asking("town-system", XINDIAN));
  private final Asking admin = json(service.asking("district-admin", DISTRICT));

  @Test
  void nothingOfThePersonIsLeftAndTheOthersStay() {
    put("/wr-erase-1", "{\"name\":\"待抹除甲的联络\",\"ownerId\":\"gone.1\",\"ownerName\":\"欧阳一\"}");
    put("/wr-erase-2", "{\"name\":\"待抹除乙的联络\",\"ownerName\":\"欧阳一\"}");
    put("/wr-erase-3", "{\"name\":\"待抹除丙的联络\",\"ownerId\":\"stays.1\"}");
    members("/wr-erase-1", 1, "gone.1", "stays.1");
    members("/wr-erase-3", 1, "gone.1");
    staff("{\"id\":\"gone.1\",\"name\":\"欧阳一\"},{\"id\":\"stays.1\"}");
    assertThat(kept("groups", "members", "staff")).contains(ref("gone.1"), "欧阳一");

    JsonNode first = erase("gone.1");

    assertThat(counts(first)).isEqualTo(List.of(2, 2, 1));
    assertThat(kept(EVERYTHING.toArray(String[]::new)))
        .doesNotContain(ref("gone.1"), "gone.1", "欧阳一", nameRef("欧阳一"))
        .contains(ref("stays.1"));
    assertThat(get("/wr-erase-1").path("missing").toString()).contains("ownerRef");
    assertThat(get("/wr-erase-3").path("missing").toString()).doesNotContain("ownerRef");
    assertThat(get("/wr-erase-1/members").path("members").asInt(-1)).isEqualTo(1);
    assertThat(counts(erase("gone.1"))).isEqualTo(List.of(0, 0, 0));
    assertThat(get("/wr-erase-3/members").path("members").asInt(-1)).isZero();
  }

  @Test
  void anOlderListDoesNotBringThePersonBackAndALaterOneMay() {
    put("/wr-erase-4", "{\"name\":\"待抹除丁的联络\"}");
    members("/wr-erase-4", 5, "gone.2", "stays.2");
    erase("gone.2");

    int same = members("/wr-erase-4", 5, "gone.2", "stays.2");
    members("/wr-erase-4", 4, "gone.2", "stays.2");

    assertThat(same).isEqualTo(422);
    assertThat(get("/wr-erase-4/members").path("members").asInt(-1)).isEqualTo(1);
    assertThat(members("/wr-erase-4", 6, "gone.2", "stays.2")).isEqualTo(200);
    assertThat(get("/wr-erase-4/members").path("members").asInt(-1)).isEqualTo(2);
    assertThat(counts(erase("gone.2"))).isEqualTo(List.of(1, 0, 0));
  }

  @Test
  void aNameThatTwoPeopleHaveIsNobodys() {
    put("/wr-erase-5", "{\"name\":\"待抹除戊的联络\",\"ownerName\":\"司马二\"}");
    staff("{\"id\":\"gone.3\",\"name\":\"司马二\"},{\"id\":\"same.3\",\"name\":\"司马二\"}");

    assertThat(counts(erase("gone.3"))).isEqualTo(List.of(0, 0, 1));

    assertThat(get("/wr-erase-5").path("ownerName").asString()).isEqualTo("司马二");
  }

  @Test
  void whoAskedAndHowMuchWasErasedIsKeptAndNeverWhom() {
    put("/wr-erase-6", "{\"name\":\"待抹除己的联络\",\"ownerId\":\"gone.4\"}");
    erase("gone.4");

    JsonNode items = JSON.readTree(admin.send("GET", ERASURES, null).body()).path("items");

    assertThat(items.path(0).path("role").asString()).isEqualTo("district-admin");
    assertThat(items.path(0).path("groups").asInt(-1)).isEqualTo(1);
    assertThat(items.toString()).doesNotContain("gone.4", ref("gone.4"));
  }

  @Test
  void anImportAndItsUndoingDoNotBringThePersonBack() {
    staff("{\"id\":\"gone.5\",\"name\":\"上官五\"}");
    imported("抹除群,上官五,值班\n");
    String id = imported("抹除群,诸葛六,巡查\n");

    assertThat(erase("gone.5").path("imports").asInt(-1)).isEqualTo(2);

    assertThat(erase("gone.5").path("imports").asInt(-1)).isZero();
    var undone = town.send("POST", "/api/v1/imports/" + id + "/undo", null);
    assertThat(JSON.readTree(undone.body()).path("state").asString()).isEqualTo("UNDONE");
    JsonNode found = JSON.readTree(town.send("GET", "/api/v1/groups?q=抹除群", null).body());
    assertThat(found.at("/items/0/purpose").asString()).isEqualTo("值班");
    assertThat(found.toString()).doesNotContain("上官五");
    assertThat(town.send("GET", "/api/v1/imports/" + id + "/errors.xlsx", null).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aGroupThatIsSeparatedAgainComesBackWithoutThePerson() {
    staff("{\"id\":\"gone.6\",\"name\":\"东方六\"}");
    imported("接合抹除群,东方六,值班\n");
    put("/wr-erase-7", "{\"name\":\"接合（抹除）\"}");
    JsonNode listed = JSON.readTree(town.send("GET", "/api/v1/groups?q=接合抹除群", null).body());
    String entry = "/api/v1/groups/" + listed.at("/items/0/groupId").asString().replace(":", "%3A");
    Asking office = json(service.asking("town-office", XINDIAN));
    String into = "{\"into\":\"" + XINDIAN + "/WECOM/wr-erase-7\"}";
    assertThat(office.send("POST", entry + "/join", into.getBytes(UTF_8)).statusCode())
        .isEqualTo(200);
    assertThat(kept("groups")).contains("东方六");

    assertThat(counts(erase("gone.6"))).isEqualTo(List.of(0, 2, 1));

    assertThat(kept("groups", "history")).doesNotContain("东方六");
    var separated = office.send("DELETE", entry + "/join", null);
    assertThat(separated.statusCode()).as(separated.body()).isEqualTo(200);
    JsonNode again = JSON.readTree(town.send("GET", entry, null).body());
    assertThat(again.path("purpose").asString()).isEqualTo("值班");
    assertThat(again.toString() + get("/wr-erase-7")).doesNotContain("东方六");
  }

  @RepeatedTest(10)
  void aListThatComesMeanwhileIsNeitherLostNorTakenBack(RepetitionInfo round) {
    String group = "/wr-erase-8-" + round.getCurrentRepetition();
    put(group, "{\"name\":\"同时抹除" + round.getCurrentRepetition() + "群\"}");
    members(group, 1, "gone.7", "stays.7");

    var erasing = CompletableFuture.supplyAsync(() -> erase("gone.7"));
    int taken = members(group, 2, "stays.7", "came.7", "came.8");

    erasing.join();
    assertThat(taken).isEqualTo(200);
    assertThat(get(group + "/members").path("members").asInt(-1)).isEqualTo(3);
    assertThat(get(group + "/members").path("takenAt").asString()).contains("T02:00:00");
  }

  private String imported(String rows) {
    var answer =
        town.with("Content-Type", "text/csv")
            .send("POST", "/api/v1/imports?atomic=true", ("群名称,群主,用途\n" + rows).getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("id").asString();
  }

  private JsonNode erase(String id) {
    var answer = admin.send("POST", ERASURES, JSON.writeValueAsBytes(Map.of("id", id)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<Integer> counts(JsonNode erased) {
    return List.of(
        erased.path("members").asInt(-1),
        erased.path("groups").asInt(-1),
        erased.path("staff").asInt(-1));
  }

  private void put(String group, String body) {
    var answer = town.send("PUT", path(group), body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  private int members(String group, int hour, String... ids) {
    String people =
        String.join(",", List.of(ids).stream().map("{\"id\":\"%s\"}"::formatted).toList());
    String body =
        "{\"takenAt\":\"2026-06-01T0%d:00:00Z\",\"members\":[%s]}".formatted(hour, people);
    return town.send("PUT", path(group) + "/members", body.getBytes(UTF_8)).statusCode();
  }

  private void staff(String people) {
    String body = "{\"people\":[%s]}".formatted(people);
    var answer = town.send("PUT", "/api/v1/staff/" + XINDIAN, body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private JsonNode get(String group) {
    return JSON.readTree(town.send("GET", path(group), null).body());
  }

  private String kept(String... collections) {
    StringBuilder all = new StringBuilder();
    for (String collection : collections) {
      Flux.from(service.bean(MongoDatabase.class).getCollection(collection).find())
          .doOnNext(document -> all.append(document.toJson()))
          .blockLast();
    }
    return all.toString();
  }

  private String ref(String id) {
    return service.bean(PersonRefs.class).of(id);
  }

  private String nameRef(String name) {
    return service.bean(PersonRefs.class).ofName(name);
  }

  private static Asking json(Asking asking) {
    return asking.with("Content-Type", "application/json");
  }

  private static String path(String group) {
    return "/api/v1/groups/" + XINDIAN + "/WECOM" + group;
  }
}
