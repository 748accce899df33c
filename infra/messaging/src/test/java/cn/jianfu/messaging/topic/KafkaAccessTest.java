package cn.jianfu.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaAccessTest {

  private static final Map<String, Object> OWN = Map.of("acks", "all", "client.id", "relay");

  @TempDir Path folder;

  @Test
  void withoutAFileAClientHasItsOwnPropertiesOnly() {
    assertThat(KafkaAccess.joined(OWN, null)).isEqualTo(OWN);
    assertThat(KafkaAccess.joined(OWN, " ")).isEqualTo(OWN);
  }

  @Test
  void theFileLetsAClientInAndChangesNothingThatTheClientDecides() throws IOException {
    Path file = folder.resolve("access.properties");
    Files.writeString(file, "security.protocol=SASL_PLAINTEXT\nacks=0\n");

    assertThat(KafkaAccess.joined(OWN, file.toString()))
        .containsEntry("security.protocol", "SASL_PLAINTEXT")
        .containsEntry("acks", "all")
        .containsEntry("client.id", "relay");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    String absent = folder.resolve("absent.properties").toString();

    assertThatThrownBy(() -> KafkaAccess.joined(OWN, absent))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("JIANFU_KAFKA_ACCESS")
        .hasMessageContaining(absent);
  }
}
