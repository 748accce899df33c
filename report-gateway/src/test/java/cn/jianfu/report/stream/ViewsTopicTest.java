package cn.jianfu.report.stream;

import static cn.jianfu.report.GatewayUnderTest.DISTRICT;
import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.GroupServiceDouble;
import cn.jianfu.report.TestUnits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

class ViewsTopicTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();

  /** An instance that hears no event and finds no town to compute: it writes no view itself. */
  private static final Map<String, Object> ONLY_ANSWERS =
      Map.of(
          "spring.cloud.stream.default.consumer.auto-startup",
          false,
          "jianfu.report.compliance.poll",
          "1d");

  @Test
  void aViewThatOneInstanceWritesReachesTheStreamsOfAnother() {
    TestUnits.putInto(GATEWAY);
    String group = PARTY_OFFICE + "/WECOM/other-instance";
    Map<String, Long> heard = new ConcurrentHashMap<>();
    try (GroupServiceDouble groupService = GATEWAY.groupService();
        ConfigurableApplicationContext other = GATEWAY.start(ONLY_ANSWERS)) {
      Disposable listening =
          stream(other)
              .subscribe(
                  town -> heard.put(town.path("code").asString(), town.path("version").asLong()));
      await().atMost(Duration.ofSeconds(90)).until(() -> heard.containsKey(XINDIAN));
      long standing = heard.getOrDefault(XINDIAN, 0L);

      groupService.says(group, filed(group, "另一个实例", TODAY));

      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> assertThat(heard.get(XINDIAN)).isGreaterThan(standing));
      listening.dispose();
    }
  }

  private static Flux<JsonNode> stream(ConfigurableApplicationContext instance) {
    return GatewayUnderTest.as(instance, "district-supervisor", DISTRICT)
        .get()
        .uri("/api/v1/stream")
        .accept(MediaType.TEXT_EVENT_STREAM)
        .exchange()
        .expectStatus()
        .isOk()
        .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
        .getResponseBody()
        .mapNotNull(ServerSentEvent::data);
  }
}
