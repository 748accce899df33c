package cn.jianfu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.SampleTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@SampleTest
class ApiSecurityTest {

  private final TestTokens tokens = TestTokens.shared();

  @Autowired WebTestClient http;

  @Test
  void withoutTokenTheAnswerIsAProblemAndAChallenge() {
    http.get()
        .uri("/api/v1/parcels/me")
        .exchange()
        .expectStatus()
        .isUnauthorized()
        .expectHeader()
        .valueEquals("WWW-Authenticate", "Bearer")
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:problem:web.unauthenticated");
  }

  @Test
  void tokensThatAreNotRightAreRefused() {
    var good = tokens.claims("a", List.of("sender"), "10");
    var expired = tokens.claims("a", List.of("sender"), "10");
    expired.put("exp", 1_000_000);
    var foreign = tokens.claims("a", List.of("sender"), "10");
    foreign.put("iss", "http://elsewhere");
    var refused = new ArrayList<String>();
    refused.add("Bearer " + tokens.sign(expired));
    refused.add("Bearer " + tokens.sign(foreign));
    refused.add("Bearer nonsense");
    refused.add("Bearer ");
    refused.add("Bearer " + tokens.sign(good).replaceFirst("\\.[^.]*$", ".AAAA"));
    refused.add("Basic YTpi");
    try (var other = TestTokens.start()) {
      refused.add("Bearer " + other.sign(good));
    }
    for (var header : refused) {
      http.get()
          .uri("/api/v1/parcels/me")
          .header("Authorization", header)
          .exchange()
          .expectStatus()
          .value(status -> assertThat(status).as(header).isEqualTo(401))
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
  }

  @Test
  void theCallerIsWhatTheTokenSays() {
    for (int again = 0; again < 2; again++) {
      http.get()
          .uri("/api/v1/parcels/me")
          .header("Authorization", tokens.bearer("sender", "10"))
          .exchange()
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueEquals("X-Content-Type-Options", "nosniff")
          .expectBody()
          .jsonPath("$.unit")
          .isEqualTo("10")
          .jsonPath("$.roles[0]")
          .isEqualTo("sender")
          .jsonPath("$.subject")
          .isEqualTo("sender@10");
    }
  }

  @Test
  void anotherUnitIsForbiddenWithoutAWordAboutIt() {
    ask("/api/v1/parcels/units/1099", 200);
    http.get()
        .uri("/api/v1/parcels/units/2099")
        .header("Authorization", tokens.bearer("sender", "10"))
        .exchange()
        .expectStatus()
        .isForbidden()
        .expectBody(String.class)
        .value(body -> assertThat(body).doesNotContain("2099").contains("web.forbidden"));
  }

  @Test
  void aTokenWithoutUnitReachesNothing() {
    var claims = tokens.claims("a", List.of("sender"), "10");
    claims.remove("unit");
    http.get()
        .uri("/api/v1/parcels/me")
        .header("Authorization", "Bearer " + tokens.sign(claims))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  @Test
  void unknownPathsTellStrangersNothing() {
    http.get().uri("/api/v1/nowhere").exchange().expectStatus().isUnauthorized();
    http.get().uri("/nowhere").exchange().expectStatus().isUnauthorized();
    ask("/nowhere", 404);
  }

  private void ask(String path, int status) {
    http.get()
        .uri(path)
        .header("Authorization", tokens.bearer("sender", "10"))
        .exchange()
        .expectStatus()
        .isEqualTo(status);
  }
}
