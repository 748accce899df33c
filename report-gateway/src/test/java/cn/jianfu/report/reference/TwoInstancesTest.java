package cn.jianfu.report.reference;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.TestUnits;
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
    TestUnits.putInto(GATEWAY);
    try (ConfigurableApplicationContext second = GATEWAY.start(Map.of())) {
      WebTestClient here = GATEWAY.as("district-admin", DISTRICT);
      WebTestClient there = GatewayUnderTest.as(second, "district-admin", DISTRICT);
      for (int i = 1; i <= 5; i++) {
        String village = "35021310188%d".formatted(i);
        put(here, village, Map.of("parent", XINDIAN));
        put(there, "35021310189%d".formatted(i), Map.of("parent", village));
      }
    }
  }

  private static void put(WebTestClient instance, String code, Map<String, String> more) {
    Map<String, String> unit = new HashMap<>(more);
    unit.put("name", "单位" + code);
    unit.put("nameEn", "Unit " + code);
    unit.put("level", "COMMUNITY");
    unit.put("kind", "VILLAGE");
    unit.put("openedOn", "2020-01-01");
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
