package cn.jianfu.report;

import cn.jianfu.testkit.OpenApiDrift;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiDriftTest {

  /** Run with {@code -Dopenapi.write} to take over a change that is meant. */
  @Test
  void theApiIsTheOneThatIsWrittenDown() {
    OpenApiDrift.assertNone(
        GatewayUnderTest.shared().as("supervisor", GatewayUnderTest.DISTRICT),
        Path.of("src/main/resources/openapi/report.json"));
  }
}
