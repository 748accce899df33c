package cn.jianfu.web.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@SampleTest
@TestPropertySource(
    properties = {
      "jianfu.web.limits.per-second=1",
      "jianfu.web.limits.burst=5",
      "jianfu.web.limits.streams=0"
    })
class LimitsTest {

  @Autowired WebTestClient http;

  @Test
  void aClientThatAsksTooOftenIsToldWhenToComeBackAndOthersAreNot() {
    int refused = 0;
    for (int i = 0; i < 50 && refused == 0; i++) {
      refused += get("a", "x").getStatus().value() == 429 ? 1 : 0;
    }
    var last = get("a", "x");

    assertThat(last.getStatus().value()).isEqualTo(429);
    assertThat(last.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1");
    assertThat(last.getResponseHeaders().getFirst("RateLimit-Limit")).isEqualTo("5");
    assertThat(last.getResponseHeaders().getContentType())
        .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(get("b", "x").getStatus().value()).isEqualTo(200);
  }

  @Test
  void eventsCountAsRequests() {
    var lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(
          "{\"specversion\":\"1.0\",\"id\":\"%d\",\"source\":\"/units/c\",\"type\":\"t\",\"data\":{\"name\":\"a\",\"weight\":1}}\n"
              .formatted(i));
    }
    http.post()
        .uri("/api/v1/events")
        .header("Authorization", TestTokens.shared().bearer("sender", "c"))
        .contentType(MediaType.APPLICATION_NDJSON)
        .bodyValue(lines.toString())
        .exchange()
        .expectStatus()
        .isEqualTo(207);

    var next = get("c", "x");
    assertThat(next.getStatus().value()).isEqualTo(429);
    assertThat(Integer.parseInt(next.getResponseHeaders().getFirst("Retry-After")))
        .isGreaterThan(20);
  }

  @Test
  void whatIsMoreThanCanBeWorkedOnIsTurnedAwayAtOnce() {
    var busy = get("d", MediaType.TEXT_EVENT_STREAM_VALUE);

    assertThat(busy.getStatus().value()).isEqualTo(503);
    assertThat(busy.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1");
  }

  private org.springframework.test.web.reactive.server.EntityExchangeResult<byte[]> get(
      String unit, String accept) {
    var request =
        http.get()
            .uri("/api/v1/parcels/me")
            .header("Authorization", TestTokens.shared().bearer("sender", unit));
    if (accept.contains("/")) {
      request.header("Accept", accept);
    }
    return request.exchange().expectBody().returnResult();
  }
}
