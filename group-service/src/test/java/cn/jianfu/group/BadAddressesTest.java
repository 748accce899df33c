package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.DISTRICT;
import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Garbage;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, parameters, methods and headers that are not right. */
class BadAddressesTest {

  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE", "PATCH");

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);
  private final Asking town = service.asking("town-office", XINDIAN);

  static List<Door> doors() {
    return Doors.all();
  }

  @ParameterizedTest
  @MethodSource("doors")
  void oddPartsOfAnAddressAreNeverAFaultOfOurs(Door door) {
    StoredState before = StoredState.of(database);
    Asking asking =
        service
            .asking(BadBodiesTest.writerOf(door), BadBodiesTest.unitOf(door))
            .with("Content-Type", door.type().toString());

    String[] pattern = door.pattern().split("/", -1);
    for (int i = 0; i < pattern.length; i++) {
      if (pattern[i].startsWith("{")) {
        for (String odd : Garbage.ODD_PARTS) {
          String path = with(door.path(), i, odd);
          // An odd id of a group may be one; what it is called with may not.
          byte @Nullable [] body = door.body() == null ? null : "{\"?\":1}".getBytes(UTF_8);
          var answer = asking.send(door.method().name(), path, body);
          assertThat(answer.statusCode()).as(path).isBetween(200, 499);
          if (answer.statusCode() >= 400) {
            Asking.problem(answer);
          }
          if (pattern[i].equals("{unit}") || pattern[i].equals("{platform}")) {
            assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
          }
        }
      }
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("doors")
  void otherMethodsAreNotAllowed(Door door) {
    Set<String> mapped =
        Doors.all().stream()
            .filter(each -> each.pattern().equals(door.pattern()))
            .map(each -> each.method().name())
            .collect(Collectors.toSet());
    StoredState before = StoredState.of(database);

    for (String method : METHODS) {
      if (!mapped.contains(method)) {
        assertThat(town.refused(method, door.path(), null).at("/status").asInt())
            .as(method + " " + door.path())
            // Other patterns may take this very address.
            .isIn(404, 405);
      }
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/groups", "/api/v1/findings"})
  void badQueriesAreNamed(String list) {
    List<String> bad =
        new ArrayList<>(
            List.of(
                "unit=abc",
                "unit=%00",
                "unit=",
                "limit=0",
                "limit=-1",
                "limit=99999999999",
                "limit=ten",
                "cursor=garbage",
                "cursor=%FF",
                "cursor=" + "A".repeat(4_000),
                "sort=colour",
                "sort=--groupId",
                "sort=%24where",
                "fields=colour"));
    bad.addAll(
        list.endsWith("groups")
            ? List.of("state=GONE", "state=active", "kind=7")
            : List.of("open=maybe", "open=2"));

    for (String query : bad) {
      var problem = town.refused("GET", list + "?" + query, null);
      assertThat(problem.at("/errors/0/parameter").asString(""))
          .as(query + problem)
          .isEqualTo(query.substring(0, query.indexOf('=')));
    }
  }

  @Test
  void aCursorIsOfItsOwnOrderAndOpensNoOtherTown() {
    Doors.furnish(service);
    var page = town.send("GET", "/api/v1/groups?limit=1&sort=name", null);
    String cursor = page.body().replaceAll("(?s).*\"next[A-Za-z]*\":\"([^\"]+)\".*", "$1");
    assertThat(cursor).doesNotContain("{");

    assertThat(town.send("GET", "/api/v1/groups?limit=1&sort=name&cursor=" + cursor, null).body())
        .contains("\"items\"");
    town.refused("GET", "/api/v1/groups?limit=1&sort=state&cursor=" + cursor, null);
    Asking maxiang = service.asking("town-office", "350213102000");
    assertThat(maxiang.send("GET", "/api/v1/groups?sort=name&cursor=" + cursor, null).body())
        .doesNotContain(Doors.SECRET_NAME);
  }

  @Test
  void brokenKeysAndVersionsAreNamedByEveryDoorThatReadsThem() {
    Doors.furnish(service);
    StoredState before = StoredState.of(database);
    for (Door door : Doors.all()) {
      boolean ofOneGroup = door.path().startsWith(Doors.GROUP) && !door.method().matches("GET");
      if (!ofOneGroup
          || door.pattern().contains("activity")
          || door.pattern().contains("members")) {
        continue;
      }
      byte @Nullable [] body = door.body() == null ? null : door.body().getBytes(UTF_8);
      for (String key : List.of("a b", "k".repeat(300))) {
        assertThat(town.with("Idempotency-Key", key).refused(door, body).at("/errors/0/parameter"))
            .as(door + " " + key)
            .hasToString("\"Idempotency-Key\"");
      }
      for (String version : List.of("1", "\"x\"", "W/\"1\"", "\"1\",\"2\"", "\"-1\"")) {
        assertThat(town.with("If-Match", version).refused(door, body).at("/errors/0/parameter"))
            .as(door + " " + version)
            .hasToString("\"If-Match\"");
      }
    }
    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @Test
  void aUnitThatIsNotKnownYetIsAskedAboutLater() {
    var answer =
        service
            .asking("district-admin", DISTRICT)
            .send("GET", "/api/v1/groups?unit=350213199000", null);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  private static String with(String path, int part, String odd) {
    String[] parts = path.split("/", -1);
    parts[part] = odd;
    return String.join("/", parts);
  }
}
