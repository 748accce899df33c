package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The org units of the tests, put through the API. */
public final class TestUnits {

  private TestUnits() {}

  public static void putInto(GatewayUnderTest gateway) {
    putInto(gateway.as("district-admin", DISTRICT));
  }

  /** Through an administrator of the district. */
  public static void putInto(WebTestClient admin) {
    put(admin, DISTRICT, "翔安区", "DISTRICT", "PARTY_GOV", null);
    put(admin, XINDIAN, "新店镇", "TOWN", "PARTY_GOV", DISTRICT);
    put(admin, MAXIANG, "马巷镇", "TOWN", "PARTY_GOV", DISTRICT);
    put(admin, PARTY_OFFICE, "新店镇党政办", "TOWN", "DEPARTMENT", XINDIAN);
  }

  /** A department of the district itself. */
  public static void putDepartment(GatewayUnderTest gateway, String code, String name) {
    var admin = gateway.as("district-admin", DISTRICT);
    put(admin, code, name, "DISTRICT", "DEPARTMENT", DISTRICT);
  }

  private static void put(
      WebTestClient admin,
      String code,
      String name,
      String level,
      String kind,
      @Nullable String parent) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("nameEn", name);
    body.put("level", level);
    body.put("kind", kind);
    if (parent != null) {
      body.put("parent", parent);
    }
    body.put("openedOn", "2020-01-01");
    admin
        .put()
        .uri("/api/v1/org-units/{code}", code)
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange()
        .expectStatus()
        .is2xxSuccessful();
  }
}
