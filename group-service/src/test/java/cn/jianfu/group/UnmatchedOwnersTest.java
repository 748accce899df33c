package cn.jianfu.group;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A name that the staff lists do not have, or have twice, is shown as what it is. */
class UnmatchedOwnersTest {

  private static final ServiceOverTime SERVICE = new ServiceOverTime();
  private static final String PEOPLE =
      """
      {"people":[{"id":"zhang","name":"张三"},{"id":"li-1","name":"李四"},{"id":"li-2","name":"李四"}]}
      """;

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void onlyTheOnePersonOfThatNameIsMatched() {
    SERVICE.today(LocalDate.of(2026, 5, 11));
    owned("by-name", "\"ownerName\":\"张 三\"");
    owned("by-two", "\"ownerName\":\"李四\"");
    owned("by-nobody", "\"ownerName\":\"王五\"");
    owned("by-id", "\"ownerId\":\"wang\",\"ownerName\":\"王五\"");
    owned("unowned", "\"purpose\":\"防汛\"");
    assertThat(matched("by-nobody").isMissingNode()).as("without a list nobody can say").isTrue();

    String before = tag("by-name");
    SERVICE.send("PUT", "/api/v1/staff/" + XINDIAN, PEOPLE);

    assertThat(tag("by-name"))
        .as("else who asks with it is told that nothing is new")
        .isNotEqualTo(before);
    assertThat(matched("by-name").asBoolean()).isTrue();
    assertThat(matched("by-two").asBoolean(true)).as("two are called that").isFalse();
    assertThat(matched("by-nobody").asBoolean(true)).isFalse();
    assertThat(matched("by-id").isMissingNode()).as("known by more than the name").isTrue();
    assertThat(matched("unowned").isMissingNode()).isTrue();
  }

  private static String tag(String group) {
    return SERVICE
        .town
        .send("GET", ServiceOverTime.GROUPS + group, null)
        .headers()
        .firstValue("ETag")
        .orElseThrow();
  }

  private static void owned(String group, String facts) {
    SERVICE.declare(group, "\"name\":\"%s\",".formatted(group) + facts, "");
  }

  private static JsonNode matched(String group) {
    return SERVICE.read(ServiceOverTime.GROUPS + group).path("ownerMatched");
  }
}
