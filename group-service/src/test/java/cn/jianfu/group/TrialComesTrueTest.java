package cn.jianfu.group;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a trial tells is what there is when its numbers are in force. */
class TrialComesTrueTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 5, 11);
  private static final ServiceOverTime SERVICE = new ServiceOverTime();

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void whatATrialTellsIsFoundWhenItsNumbersAreInForce() {
    SERVICE.today(TODAY);
    observed("used", 100, 30, 20);
    observed("idle", 100, 71, 20);
    observed("idle", 70, 30, 0);
    SERVICE.scan();

    JsonNode shorter = comesTrue(35);
    assertThat(ids(shorter, "raisedIds")).hasSize(1);

    // All counters are older than that: what is found stays, and nobody can be judged.
    JsonNode tooShort = comesTrue(25);
    assertThat(ids(tooShort, "clearedIds")).isEmpty();
    assertThat(judged(tooShort, "now")).containsEntry("G-ZOMB", "2/0");
    assertThat(judged(tooShort, "then")).containsEntry("G-ZOMB", "0/2");
  }

  private static JsonNode comesTrue(int idleDays) {
    Set<String> expected = new HashSet<>(open());
    JsonNode told = tried(idleDays);
    expected.addAll(ids(told, "raisedIds"));
    expected.removeAll(ids(told, "clearedIds"));

    SERVICE.publish("zombie.idleDays", idleDays);
    SERVICE.scan();

    assertThat(open()).isEqualTo(expected);
    // Tried are the first numbers again: where neither finds nor judges otherwise, nothing is told.
    assertThat(judged(tried(60), "now")).isEqualTo(judged(told, "then"));
    return told;
  }

  private static Set<String> ids(JsonNode tried, String which) {
    Set<String> ids = new HashSet<>();
    tried
        .path("effects")
        .forEach(effect -> effect.path(which).forEach(id -> ids.add(id.asString())));
    return ids;
  }

  private static void observed(String group, int from, int to, int messages) {
    SERVICE.declare(group, "群" + group);
    for (int ago = from; ago >= to; ago--) {
      SERVICE.day(
          group,
          TODAY.minusDays(ago),
          "\"messages\":%d,\"activeSenders\":%d".formatted(messages, messages / 5));
    }
  }

  private static Set<String> open() {
    return SERVICE.findings().stream()
        .map(finding -> finding.path("findingId").asString())
        .collect(Collectors.toSet());
  }

  private static JsonNode tried(int idleDays) {
    String body = "{\"thresholds\":{\"zombie.idleDays\":%d}}".formatted(idleDays);
    var answer = SERVICE.admin.send("POST", "/api/v1/rule-trials", body.getBytes(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  /** What each rule could judge, and what not. */
  private static Map<String, String> judged(JsonNode tried, String when) {
    Function<JsonNode, String> both =
        effect -> effect.path("exposure").path(when) + "/" + effect.path("unjudged").path(when);
    Map<String, String> judged = new TreeMap<>();
    tried.path("effects").forEach(it -> judged.put(it.path("rule").asString(), both.apply(it)));
    return judged;
  }
}
