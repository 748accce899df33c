package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.Garbage;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whole bodies that are no request: every door that takes JSON declines them and keeps nothing. */
class BadBodiesTest {

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);

  static Stream<Door> jsonDoors() {
    return Doors.all().stream().filter(Door::takesJson);
  }

  @ParameterizedTest
  @MethodSource("jsonDoors")
  void whatIsNoRequestIsDeclinedAndChangesNothing(Door door) {
    Asking writer = service.asking(writerOf(door), unitOf(door));
    StoredState before = StoredState.of(database);

    Garbage.bodies(String.valueOf(door.body()).strip())
        .forEach((what, body) -> {
          JsonNode problem = writer.refused(door, body);
          assertThat(problem.at("/type").asString())
              .as(what)
              .isIn(
                  "urn:problem:web.malformed-json",
                  "urn:problem:web.invalid",
                  "urn:problem:web.too-large");
        });

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("jsonDoors")
  void aBodyOfAnotherKindIsDeclined(Door door) {
    Asking writer = service.asking(writerOf(door), unitOf(door));
    byte[] good = String.valueOf(door.body()).getBytes(UTF_8);
    StoredState before = StoredState.of(database);

    for (String type :
        List.of(
            "text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png")) {
      JsonNode problem =
          writer.with("Content-Type", type).refused(door.method().name(), door.path(), good);
      assertThat(problem.at("/status").asInt()).as(type).isEqualTo(415);
    }
    if (door.required()) {
      assertThat(writer.refused(door, new byte[0]).at("/errors/0/code").asString())
          .isEqualTo("required");
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }

  /**
   * The guard of the guards: the sample of each door is good, so that garbage is what is refused.
   */
  @Test
  void theSampleOfEachDoorIsUnderstood() {
    assertThat(jsonDoors())
        .allSatisfy(door -> {
          Asking writer = service.asking(writerOf(door), unitOf(door));
          var answer = writer.send(door, String.valueOf(door.body()).getBytes(UTF_8));
          // Whether there is a list yet, and what is on it, depends on who looked before.
          if (!answer.body().contains("not-on-the-list")) {
            assertThat(answer.statusCode()).as(answer.body()).isNotIn(400, 401, 403, 413, 415);
          }
        });
  }

  static String writerOf(Door door) {
    return door.roles().contains("town-office") ? "town-office" : "district-admin";
  }

  static String unitOf(Door door) {
    return door.reach() == Door.Reach.DISTRICT ? "350213000000" : XINDIAN;
  }
}
