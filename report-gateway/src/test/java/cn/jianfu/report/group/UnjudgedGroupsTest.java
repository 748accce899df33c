package cn.jianfu.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.AnsweringGroupService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class UnjudgedGroupsTest {

  private final AnsweringGroupService service =
      new AnsweringGroupService("{\"day\":\"2026-11-23\",\"groups\":[\"a\",\"b\"]}");

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void theyAreAskedForInTheUsersName() {
    assertThat(told())
        .isEqualTo(new UnjudgedTold.Known(LocalDate.of(2026, 11, 23), Set.of("a", "b")));
    assertThat(service.heard())
        .containsExactly(
            "GET /api/v1/unjudged?unit=350213101000&town=350213101000&rule=G-ZOMB Bearer token ");
  }

  @Test
  void beforeTheFirstScanThereIsNoDay() {
    service.says(200, "{\"groups\":[]}");
    assertThat(told()).isEqualTo(new UnjudgedTold.Known(null, Set.of()));
  }

  @Test
  void whyThereIsNoAnswerIsToldApart() {
    service.says(403);
    assertThat(told()).isEqualTo(new UnjudgedTold.Nothing(Degraded.REFUSED));
    service.says(503);
    assertThat(told()).isEqualTo(new UnjudgedTold.Nothing(Degraded.AWAY));
    service.says(200, "no JSON");
    assertThat(told()).isEqualTo(new UnjudgedTold.Nothing(Degraded.AWAY));
  }

  private @Nullable UnjudgedTold told() {
    var properties =
        new GroupServiceProperties(
            service.url(), Duration.ofSeconds(5), 2, 50, Duration.ofSeconds(10));
    return new UnjudgedGroups(WebClient.create(), properties)
        .of("350213101000", "350213101000", "G-ZOMB", "token", Locale.CHINESE)
        .block();
  }
}
