package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shipped Compose files are read as Compose reads them. */
class ComposeFileTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Map<String, String> VARIABLES =
      Map.of("JIANFU_IDENTITY_ADDRESS", "http://127.0.0.1:9999", "JIANFU_SERVICE_MEMORY", "400m");

  private final ComposeFile shipped =
      ComposeFile.read(ROOT.resolve("docker-compose.yml"), VARIABLES);
  private final ComposeFile offline =
      ComposeFile.read(ROOT.resolve("infra/docker/offline/compose.yml"), VARIABLES);

  @Test
  void variablesAreReplacedAndDoubledDollarsAreNone() {
    ComposeService identity = shipped.service("identity");

    assertThat(identity.image()).isEqualTo("jianfu/identity:0.1.0");
    assertThat(identity.memoryBytes()).isEqualTo(400L << 20);
    assertThat(identity.environment())
        .containsEntry("JIANFU_IDENTITY_ISSUER", "http://127.0.0.1:9999")
        .containsEntry("JIANFU_CONSOLE_ADDRESS", "http://127.0.0.1:8080")
        .containsEntry(
            "SPRING_MONGODB_URI",
            "mongodb://identity:${jianfu.store.password}@mongodb:27017/identity");
    assertThat(shipped.service("kafka").environment())
        .containsEntry("KAFKA_HEAP_OPTS", "-Xms128m -Xmx384m");
  }

  @Test
  void aSecondFileReplacesWhatItNamesAndLeavesTheRest() {
    ComposeService group = shipped.service("group-service", offline);

    assertThat(group.environment())
        .containsEntry("SPRING_MONGODB_URI", "mongodb://mongodb:27017/group")
        .containsEntry("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
    assertThat(shipped.service("kafka").is("read_only")).isFalse();
    assertThat(shipped.service("kafka", offline).is("read_only")).isTrue();
  }

  @Test
  void noContainersLogGrowsForEver() {
    assertThat(shipped.all())
        .isNotEmpty()
        .allSatisfy(service ->
            assertThat(
                    ComposeFile.map(ComposeFile.map(service.said().get("logging")).get("options")))
                .as(service.name())
                .containsKeys("max-size", "max-file"));
  }

  @Test
  void whatIsMountedAndAskedIsInTheEnginesWords() {
    assertThat(shipped.service("report-gateway").secrets())
        .containsEntry("service.properties", "report.properties")
        .containsEntry("kafka.properties", "report-kafka.properties");
    assertThat(shipped.service("kafka").mounts())
        .containsEntry("/var/lib/kafka/data", "kafka-data");
    assertThat(shipped.service("kafka").health())
        .hasValueSatisfying(health -> assertThat(health.getInterval()).isEqualTo(5_000_000_000L));
    assertThat(shipped.service("identity").health()).as("the image has its own").isEmpty();
  }
}
