package cn.jianfu.group;

import cn.jianfu.testkit.OpenApiDrift;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiDriftTest {

  /** Run with {@code -Dopenapi.write} to take over a change that is meant. */
  @Test
  void theApiIsTheOneThatIsWrittenDown() {
    OpenApiDrift.assertNone(
        GroupServiceUnderTest.shared().anybody(), Path.of("src/main/resources/openapi/group.json"));
  }
}
