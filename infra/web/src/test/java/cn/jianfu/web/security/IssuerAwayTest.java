package cn.jianfu.web.security;

import cn.jianfu.testkit.TestTokens;
import cn.jianfu.web.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;

@SampleTest
@Import(IssuerAwayTest.NoIssuer.class)
class IssuerAwayTest {

  @TestConfiguration(proxyBeanMethods = false)
  static class NoIssuer {

    @Bean
    ReactiveJwtDecoder decoder() {
      return NimbusReactiveJwtDecoder.withJwkSetUri("http://127.0.0.1:1/jwks").build();
    }
  }

  @Autowired WebTestClient http;

  @Test
  void whenItsKeysCannotBeReadTheAnswerIs503AndNotARefusal() {
    http.get()
        .uri("/api/v1/parcels/me")
        .header("Authorization", TestTokens.shared().bearer("sender", "10"))
        .exchange()
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("urn:problem:web.unavailable");
  }
}
