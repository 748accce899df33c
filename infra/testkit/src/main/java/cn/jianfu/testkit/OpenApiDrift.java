package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the OpenAPI document of a service against the one that is kept with its sources, so that no
 * change of the API goes unseen. Run with {@code -Dopenapi.write} to take the present one.
 */
public final class OpenApiDrift {

  private static final JsonMapper PRETTY =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private OpenApiDrift() {}

  /**
   * Compares.
   *
   * @param kept the file, for example {@code src/main/resources/openapi/group.json} of the module
   */
  public static void assertNone(WebTestClient http, Path kept) {
    var body = http.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody();
    var present = (ObjectNode) PRETTY.readTree(body.returnResult().getResponseBody());
    // The address that the test happens to have.
    present.remove("servers");
    try {
      if (System.getProperty("openapi.write") != null) {
        Files.createDirectories(kept.toAbsolutePath().getParent());
        var sorted = PRETTY.treeToValue(present, Object.class);
        Files.writeString(kept, PRETTY.writeValueAsString(sorted) + "\n");
      }
      assertThat(PRETTY.readTree(Files.readAllBytes(kept)))
          .as("the API changed; run with -Dopenapi.write if it should: " + kept)
          .isEqualTo(present);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
