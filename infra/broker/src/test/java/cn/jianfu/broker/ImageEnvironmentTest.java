package cn.jianfu.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ImageEnvironmentTest {

  @Test
  void underscoresBecomeDotsUnderscoresAndDashes() {
    Properties properties =
        ImageEnvironment.properties(
            Map.of(
                "KAFKA_SASL_ENABLED_MECHANISMS", "PLAIN",
                "KAFKA_A__B_C", "underscore",
                "KAFKA_A___B_C", "dash"));

    assertThat(properties)
        .containsEntry("sasl.enabled.mechanisms", "PLAIN")
        .containsEntry("a_b.c", "underscore")
        .containsEntry("a-b.c", "dash");
  }

  @Test
  void whatIsSaidToTheJvmIsNoPropertyOfTheBroker() {
    assertThat(
            ImageEnvironment.properties(
                Map.of("KAFKA_OPTS", "-Dx", "KAFKA_HEAP_OPTS", "-Xmx1g", "PATH", "/bin")))
        .isEqualTo(ImageEnvironment.properties(Map.of()));
  }

  @Test
  void aVariableWinsOverWhatTheImageWouldDo() {
    assertThat(ImageEnvironment.properties(Map.of("KAFKA_NODE_ID", "7")))
        .containsEntry("node.id", "7");
  }
}
