package cn.jianfu.report.reference;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;

import cn.jianfu.report.GatewayUnderTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class TwoInstancesTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  @Test
  void whatOneHasJustTakenTheOtherBuildsOn() {
    try (ConfigurableApplicationContext second = GATEWAY.start(Map.of())) {
      WebTestClient here = GATEWAY.as("district-admin", DISTRICT);
      WebTestClient there = GatewayUnderTest.as(second, "district-admin", DISTRICT);
      for (int i = 1; i <= 5; i++) {
        String district = "35029%d000000".formatted(i);
        put(here, district, "DISTRICT", Map.of());
        put(there, "35029%d101000".formatted(i), "TOWN", Map.of("parent", district));
      }
    }
  }

  private static void put(
      WebTestClient instance, String code, String level, Map<String, String> more) {
    Map<String, String> unit = new HashMap<>(more);
    unit.put("name", "单位" + code);
    unit.put("nameEn", "Unit " + code);
    unit.put("level", level);
    unit.put("kind", "PARTY_GOV");
    unit.put("openedOn", "2003-10-19");
    instance
        .put()
        .uri("/api/v1/org-units/{code}", code)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(unit)
        .exchange()
        .expectStatus()
        .isCreated();
  }
}
