package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RuleSetVersionsTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  @Test
  void whatARuleLacksAndANumberThatIsNoDayCountAreNamedInBothLanguages() {
    Map<String, Object> numbers = numbersInForce();
    numbers.remove("counters.windowDays");
    numbers.put("temp.graceDays", 7.5);
    var version = version(Map.of("G-HOURS", rule(), "G-TEMP", rule()), numbers);

    JsonNode zh = refused(version, "zh");
    JsonNode en = refused(version, "en");

    assertThat(zh.path("type").asString()).isEqualTo("urn:problem:report.rule-lacks-number");
    assertThat(zh.path("errors"))
        .extracting(error -> error.path("pointer").asString())
        .containsExactly("/thresholds/counters.windowDays", "/thresholds/temp.graceDays");
    assertThat(zh.at("/errors/0/message").asString()).contains("G-HOURS", "counters.windowDays");
    assertThat(en.at("/errors/0/message").asString())
        .isEqualTo("Rule G-HOURS is on and lacks the number counters.windowDays.");
  }

  @Test
  void aShareAboveOneSaysWhatItsRangeIs() {
    Map<String, Object> numbers = numbersInForce();
    numbers.put("drift.maxShare", 60);

    JsonNode problem = refused(version(Map.of("G-DRIFT", rule()), numbers), "en");

    assertThat(problem.path("type").asString()).isEqualTo("urn:problem:report.number-out-of-range");
    assertThat(problem.at("/errors/0/message").asString()).contains("0–1");
  }

  private static Map<String, Object> numbersInForce() {
    Map<String, Object> numbers = new HashMap<>();
    current()
        .path("thresholds")
        .properties()
        .forEach(number -> numbers.put(number.getKey(), number.getValue().decimalValue()));
    return numbers;
  }

  private static JsonNode current() {
    return GatewayUnderTest.read(
        GATEWAY.as("district-supervisor", DISTRICT), "/api/v1/rule-sets/current");
  }

  private static Map<String, Object> version(
      Map<String, Object> rules, Map<String, Object> numbers) {
    return Map.of(
        "effectiveFrom",
        "2031-01-01",
        "rules",
        rules,
        "thresholds",
        numbers,
        "areaWeights",
        Map.of("group", 1));
  }

  private static Map<String, Object> rule() {
    Map<String, Object> rule = new HashMap<>();
    List.of("nameZh", "nameEn", "statementZh", "statementEn", "basis")
        .forEach(text -> rule.put(text, ""));
    rule.putAll(Map.of("enabled", true, "severity", "M", "basisConfirmed", false));
    return rule;
  }

  private static JsonNode refused(Map<String, Object> version, String language) {
    int next = current().path("version").asInt() + 1;
    return Objects.requireNonNull(
        GATEWAY
            .as("district-admin", DISTRICT)
            .put()
            .uri("/api/v1/rule-sets/district/versions/" + next)
            .header("Accept-Language", language)
            .bodyValue(version)
            .exchange()
            .expectStatus()
            .isEqualTo(422)
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody());
  }
}
