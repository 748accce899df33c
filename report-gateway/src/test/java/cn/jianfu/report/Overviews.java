package cn.jianfu.report;

import java.util.Objects;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The overview, as REST answers. */
public final class Overviews {

  private Overviews() {}

  /**
   * The towns of an answer.
   *
   * @param query empty, or with its question mark
   */
  public static JsonNode towns(WebTestClient client, String query) {
    JsonNode answer =
        client
            .get()
            .uri("/api/v1/overview" + query)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    return Objects.requireNonNull(answer).path("towns");
  }
}
