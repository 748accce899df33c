package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.EventType;
import cn.jianfu.messaging.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden JSON of an event: the law for its owner, the input of every consumer's test.
 *
 * <p>The files are class path resources of the contracts, {@code golden/<event name>.json}. Run the
 * owner's test with {@code -Dgolden.write=<folder>} (that of {@code infra/contracts}: {@code
 * src/main/resources/golden}) to write what is not there yet; a file that is there is never
 * overwritten, because published events only grow.
 */
public final class Golden {

  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Golden() {}

  /** Asserts that the record is written exactly as the golden file says, and read back equal. */
  public static <E> void assertMatches(EventType<E> type, E event) {
    var written = EventJson.write(event);
    writeIfAsked(type, written);
    assertThat(PRETTY.readTree(written)).as(type.name()).isEqualTo(PRETTY.readTree(json(type)));
    assertThat(read(type)).as(type.name()).isEqualTo(event);
  }

  /** The event of the golden file. */
  public static <E> E read(EventType<E> type) {
    return EventJson.read(json(type), type.payload());
  }

  /** The bytes of the golden file, as they would come from the broker. */
  public static byte[] json(EventType<?> type) {
    var folder = System.getProperty("golden.write");
    var path = "golden/" + type.name() + ".json";
    try (var resource = Golden.class.getClassLoader().getResourceAsStream(path)) {
      if (resource != null) {
        return resource.readAllBytes();
      }
      if (folder != null) {
        return Files.readAllBytes(Path.of(folder, type.name() + ".json"));
      }
      throw new AssertionError("there is no " + path + "; see " + Golden.class.getName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeIfAsked(EventType<?> type, String written) {
    var folder = System.getProperty("golden.write");
    if (folder == null || Files.exists(Path.of(folder, type.name() + ".json"))) {
      return;
    }
    try {
      Files.createDirectories(Path.of(folder));
      var pretty = PRETTY.writeValueAsString(PRETTY.readTree(written)) + "\n";
      Files.write(Path.of(folder, type.name() + ".json"), pretty.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
