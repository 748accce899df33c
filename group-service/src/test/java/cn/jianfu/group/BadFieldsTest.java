package cn.jianfu.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.Asking;
import cn.jianfu.testkit.WrongFields;
import cn.jianfu.testkit.WrongFields.Wrong;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** One field at a time is wrong: the refusal points at it. */
class BadFieldsTest {

  /** Days that may lie in the future: an end, a due day; and a clock that is set. */
  private static final Set<String> MAY_BE_FAR = Set.of("/validUntil", "/dueOn", "/now");

  private final GroupServiceUnderTest service = GroupServiceUnderTest.shared();
  private final MongoDatabase database = service.bean(MongoDatabase.class);

  static List<Door> jsonDoors() {
    return BadBodiesTest.jsonDoors().toList();
  }

  @ParameterizedTest
  @MethodSource("jsonDoors")
  void theRefusalPointsAtTheFieldThatIsWrong(Door door) {
    Asking writer = service.asking(BadBodiesTest.writerOf(door), BadBodiesTest.unitOf(door));
    Doors.furnish(service);
    StoredState before = StoredState.of(database);

    for (Wrong wrong : WrongFields.of(door.body(), MAY_BE_FAR)) {
      JsonNode problem = writer.refused(door, wrong.body().getBytes(UTF_8));
      assertThat(problem.at("/errors/0/pointer").asString(""))
          .as(wrong + " " + problem)
          .startsWith(
              wrong.pointer().startsWith("/taskPostsByHour")
                  ? "/taskPostsByHour"
                  : wrong.pointer());
    }

    assertThat(StoredState.of(database)).isEqualTo(before);
  }
}
