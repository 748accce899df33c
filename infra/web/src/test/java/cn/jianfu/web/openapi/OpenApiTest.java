package cn.jianfu.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.web.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

@SampleTest
class OpenApiTest {

  @Autowired WebTestClient http;

  @Test
  void theDocumentSaysWhatAllServicesHaveInCommon() {
    var body = http.get().uri("/v3/api-docs").exchange().expectStatus().isOk().expectBody();
    var document = JsonMapper.shared().readTree(body.returnResult().getResponseBody());
    var list = document.at("/paths/~1api~1v1~1parcels/get");

    assertThat(document.at("/components/securitySchemes/token/scheme").stringValue())
        .isEqualTo("bearer");
    assertThat(document.at("/components/schemas/Problem/properties/errors").isObject()).isTrue();
    assertThat(list.at("/responses/403/content").has("application/problem+json")).isTrue();
    assertThat(list.at("/parameters").valueStream().map(p -> p.at("/name").stringValue()))
        .containsExactly("limit", "cursor", "sort", "fields");
    assertThat(document.at("/paths/~1api~1v1~1parcels~1me/get").has("parameters")).isFalse();
  }

  @Test
  void thePageForPeopleIsThere() {
    http.get().uri("/swagger-ui.html").exchange().expectStatus().is3xxRedirection();
    http.get().uri("/swagger-ui/index.html").exchange().expectStatus().isOk();
  }
}
