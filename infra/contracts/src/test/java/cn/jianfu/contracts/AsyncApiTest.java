package cn.jianfu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Run with {@code -Djianfu.asyncapi.write} to write the document anew. */
class AsyncApiTest {

  private static final Path DOCUMENT = Path.of("src/main/resources/asyncapi.json");

  @Test
  void theDocumentSaysWhatTheRecordsSay() throws IOException {
    String now =
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build()
                .writeValueAsString(new AsyncApi().document())
            + "\n";
    if (System.getProperty("jianfu.asyncapi.write") != null) {
      Files.writeString(DOCUMENT, now);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(now);
  }

  @Test
  void everyEventIsNamedAfterItsOwnerItsRecordAndItsVersion() {
    Set<String> names = new HashSet<>();
    for (EventType<?> type : EventCatalogue.ALL) {
      assertThat(type.name()).matches("(group|supervision)\\.[a-z]+(-[a-z]+)*\\.v\\d+");
      assertThat(names.add(type.name())).as(type.name()).isTrue();
      String record = type.payload().getSimpleName();
      String kebab =
          record
              .replaceAll("V(\\d+)$", ".v$1")
              .replaceAll("([a-z])([A-Z])", "$1-$2")
              .toLowerCase(java.util.Locale.ROOT);
      assertThat(type.name()).endsWith("." + kebab);
    }
  }
}
