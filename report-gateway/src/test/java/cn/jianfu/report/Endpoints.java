package cn.jianfu.report;

import static cn.jianfu.report.Endpoint.get;
import static cn.jianfu.report.Endpoint.post;
import static cn.jianfu.report.Endpoint.put;
import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.MAXIANG;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** Every endpoint of the API with its roles: what the matrix of access is made of. */
final class Endpoints {

  static final String OWN_FINDING = "access-own";
  static final String OTHER_FINDING = "access-other";

  /** Ids of an exemption and a round of the town of the test, and of those of another town. */
  static final String OWN = "own";

  static final String OTHER = "access";

  static final Set<String> OF_THE_DISTRICT =
      Set.of("district-admin", "district-supervisor", "discipline");
  static final Set<String> OF_A_TOWN =
      Set.of("town-office", "department", "community", "town-system");

  private static final Set<String> READERS =
      Set.of(
          "district-admin",
          "district-supervisor",
          "discipline",
          "town-office",
          "department",
          "community",
          "town-system");
  private static final Set<String> ADMIN = Set.of("district-admin");
  private static final Set<String> RULE_SETTERS = Set.of("district-admin", "district-supervisor");
  private static final Set<String> CONTESTERS = Set.of("town-office", "department", "community");
  private static final Set<String> JUDGES = Set.of("district-supervisor", "discipline");
  private static final Set<String> AUDITORS = Set.of("district-admin", "discipline");

  private static final String V1 = "/api/v1";
  private static final String FINDING = V1 + "/findings/" + OWN_FINDING;

  static final List<Endpoint> ALL =
      List.of(
          get(V1 + "/overview", READERS),
          get(V1 + "/towns/{code}", V1 + "/towns/" + XINDIAN, V1 + "/towns/" + MAXIANG, READERS),
          get(
              V1 + "/towns/{code}/load",
              V1 + "/towns/" + XINDIAN + "/load",
              V1 + "/towns/" + MAXIANG + "/load",
              READERS),
          get(V1 + "/stream", READERS),
          get(V1 + "/metrics", READERS),
          get(
              V1 + "/groups/{unit}/{platform}/{externalId}",
              V1 + "/groups/" + PARTY_OFFICE + "/WECOM/access",
              V1 + "/groups/" + MAXIANG + "/WECOM/access",
              READERS),
          get(V1 + "/findings", READERS),
          get(V1 + "/findings/{id}", FINDING, V1 + "/findings/" + OTHER_FINDING, READERS),
          post(
              V1 + "/findings/{id}/confirmation",
              FINDING + "/confirmation",
              Map.of("reason", "属实"),
              JUDGES),
          post(
              V1 + "/findings/{id}/dismissal",
              FINDING + "/dismissal",
              Map.of("reason", "不属实"),
              JUDGES),
          post(
              V1 + "/findings/{id}/contests",
              FINDING + "/contests",
              Map.of("reason", "防汛备用群"),
              CONTESTERS),
          new Endpoint(
              HttpMethod.DELETE,
              V1 + "/findings/{id}/handling",
              FINDING + "/handling",
              null,
              null,
              JUDGES),
          post(
              V1 + "/findings/judgements",
              V1 + "/findings/judgements",
              Map.of("verdict", "CONFIRMED", "findings", List.of(OWN_FINDING)),
              JUDGES),
          get(V1 + "/org-units", READERS),
          get(
              V1 + "/org-units/{code}",
              V1 + "/org-units/" + XINDIAN,
              V1 + "/org-units/" + MAXIANG,
              READERS),
          put(V1 + "/org-units/{code}", V1 + "/org-units/" + DISTRICT, unit(), ADMIN),
          get(V1 + "/calendars", READERS),
          get(V1 + "/calendars/{year}", READERS).at(V1 + "/calendars/2026"),
          put(V1 + "/calendars/{year}", V1 + "/calendars/2031", calendar(), ADMIN),
          get(V1 + "/rule-sets", READERS),
          get(V1 + "/rule-sets/current", READERS),
          get(V1 + "/rule-sets/{id}/versions/{version}", READERS)
              .at(V1 + "/rule-sets/district/versions/1"),
          put(
              V1 + "/rule-sets/{id}/versions/{version}",
              V1 + "/rule-sets/district/versions/99",
              ruleSet(),
              ADMIN),
          post(
              V1 + "/rule-trials",
              V1 + "/rule-trials",
              // No whole number: those may have a fraction, which is no fault.
              Map.of("thresholds", Map.of("band.green", 85.5)),
              RULE_SETTERS),
          get(V1 + "/exemptions", READERS),
          get(
              V1 + "/exemptions/{id}",
              V1 + "/exemptions/" + OWN,
              V1 + "/exemptions/" + OTHER,
              READERS),
          put(V1 + "/exemptions/{id}", V1 + "/exemptions/" + OTHER, exemption(MAXIANG), ADMIN),
          get(V1 + "/rounds", READERS),
          get(V1 + "/rounds/{id}", V1 + "/rounds/" + OWN, V1 + "/rounds/" + OTHER, READERS),
          put(V1 + "/rounds/{id}", V1 + "/rounds/" + OTHER, round(MAXIANG), ADMIN),
          get(V1 + "/audit", AUDITORS),
          get(V1 + "/audit/verification", AUDITORS),
          post(V1 + "/rebuilds", V1 + "/rebuilds", null, ADMIN),
          get(V1 + "/rebuilds/current", OF_THE_DISTRICT),
          post(V1 + "/resyncs", V1 + "/resyncs", null, ADMIN),
          get(V1 + "/resyncs/current", OF_THE_DISTRICT),
          get(V1 + "/ingest-status", READERS),
          get(V1 + "/ingest-status/dead-letters/{topic}", OF_THE_DISTRICT)
              .at(V1 + "/ingest-status/dead-letters/group.events"),
          post(
              V1 + "/ingest-status/dead-letters/{topic}/redrive",
              V1 + "/ingest-status/dead-letters/supervision.reference/redrive",
              null,
              ADMIN));

  private Endpoints() {}

  private static Map<String, Object> unit() {
    return Map.of(
        "name", "翔安区",
        "nameEn", "翔安区",
        "level", "DISTRICT",
        "kind", "PARTY_GOV",
        "openedOn", "2020-01-01");
  }

  private static Map<String, Object> calendar() {
    return Map.of(
        "holidays", List.of(), "makeUpWorkdays", List.of(), "from", "08:00", "to", "18:00");
  }

  // Understood as a body, and declined as rules: nothing comes into force.
  private static Map<String, Object> ruleSet() {
    var rule =
        Map.of(
            "enabled", true,
            "severity", "M",
            "nameZh", "规则",
            "nameEn", "Rule",
            "statementZh", "",
            "statementEn", "",
            "basis", "",
            "basisConfirmed", false);
    return Map.of(
        "effectiveFrom", "2031-01-01",
        "rules", Map.of("G-REG", rule),
        "thresholds", Map.of("weight.M", 2.5),
        "areaWeights", Map.of("group", 0.5));
  }

  static Map<String, Object> exemption(String unit) {
    return Map.of(
        "rule", "G-ZOMB",
        "scopeUnit", unit,
        "reason", "防汛",
        "approvedBy", "区防指",
        "from", "2026-01-01",
        "to", "2026-01-02");
  }

  static Map<String, Object> round(String unit) {
    return Map.of(
        "nameZh", "自查",
        "nameEn", "Self-check",
        "scope", unit,
        "openedOn", "2026-01-01",
        "selfCheckDueOn", "2026-01-31",
        "closedOn", "2026-02-01");
  }
}
