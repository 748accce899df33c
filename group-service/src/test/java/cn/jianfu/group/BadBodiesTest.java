package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whole bodies that are no request: every door that takes JSON declines them and keeps nothing. */
class BadBodiesTest {

  private static final Charset GBK = Charset.forName("GB18030");

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);

  static Stream<Door> jsonDoors() {
    return Doors.all().stream().filter(Door::takesJson);
  }

  static Map<String, byte[]> garbage(String good) {
    Map<String, byte[]> bad = new LinkedHashMap<>();
    bad.put("a word", "hello".getBytes(UTF_8));
    bad.put("cut off", good.substring(0, good.length() / 2).getBytes(UTF_8));
    bad.put("twice", (good + good).getBytes(UTF_8));
    bad.put("an array", ("[" + good + "]").getBytes(UTF_8));
    bad.put("a number", "7".getBytes(UTF_8));
    bad.put("a text", "\"{}\"".getBytes(UTF_8));
    bad.put("unknown field", also(good, "\"colour\":1"));
    bad.put("duplicate field", also(good, first(good)));
    bad.put("deep", also(good, "\"x\":" + "[".repeat(10_000) + "]".repeat(10_000)));
    bad.put("deep objects", also(good, "\"x\":" + "{\"a\":".repeat(10_000) + "1"));
    bad.put("deep alone", "[".repeat(10_000).getBytes(UTF_8));
    bad.put("no UTF-8", also(good, "\"x\":\"\u00ff\u00fe\"", StandardCharsets.ISO_8859_1));
    bad.put("UTF-16", good.getBytes(StandardCharsets.UTF_16));
    bad.put("GBK", also(good, "\"翔安\":\"区\"", GBK));
    bad.put("NUL", (good + "\0").getBytes(UTF_8));
    bad.put("only NULs", new byte[100]);
    bad.put("too large", also(good, "\"x\":\"" + "a".repeat(3_000_000) + "\""));
    bad.put("huge number", also(good, "\"x\":" + "9".repeat(5_000)));
    bad.put("XML", "<?xml version=\"1.0\"?><a/>".getBytes(UTF_8));
    return bad;
  }

  @ParameterizedTest
  @MethodSource("jsonDoors")
  void whatIsNoRequestIsDeclinedAndChangesNothing(Door door) {
    Asking writer = Asking.of(service, writerOf(door), unitOf(door));
    StoredState before = StoredState.of(database);

    garbage(String.valueOf(door.body()).strip())
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
    Asking writer = Asking.of(service, writerOf(door), unitOf(door));
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
          Asking writer = Asking.of(service, writerOf(door), unitOf(door));
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

  private static String first(String good) {
    return good.substring(1, good.indexOf(',') < 0 ? good.length() - 1 : good.indexOf(','));
  }

  private static byte[] also(String good, String field) {
    return also(good, field, UTF_8);
  }

  private static byte[] also(String good, String field, Charset charset) {
    return (good.substring(0, good.lastIndexOf('}')) + "," + field + "}").getBytes(charset);
  }
}
