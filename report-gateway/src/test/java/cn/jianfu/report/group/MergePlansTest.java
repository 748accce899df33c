package cn.jianfu.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.AnsweringGroupService;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class MergePlansTest {

  private final AnsweringGroupService service =
      new AnsweringGroupService(
          """
          {"items":[{"town":"350213101000","target":"a",
                     "groups":[{"groupId":"a","name":"甲","unit":"350213101000","members":3,
                                "messagesPerWorkday":null}],
                     "members":3,"floods":false}],"next":"more"}
          """);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void whatIsProposedIsReadInTheUsersName() {
    assertThat(client().proposed("350213101000", "token", Locale.CHINESE).block())
        .isInstanceOfSatisfying(
            MergesTold.Known.class,
            it -> {
              assertThat(it.more()).isTrue();
              assertThat(it.plans())
                  .singleElement()
                  .satisfies(plan -> {
                    assertThat(plan.groups())
                        .containsExactly(new MergePlan.Part("a", "甲", "350213101000", 3, null));
                    assertThat(plan.shared()).isEmpty();
                  });
            });
    assertThat(service.heard())
        .containsExactly(
            "GET /api/v1/merge-plans?unit=350213101000&town=350213101000&limit=100 Bearer token ");
  }

  @Test
  void anotherMergeIsAskedForWithItsGroups() {
    service.says(200, "{\"town\":\"t\",\"target\":\"a\",\"members\":7,\"floods\":true}");

    assertThat(tried())
        .isInstanceOfSatisfying(
            MergesTold.Known.class, it -> assertThat(it.plans().getFirst().members()).isEqualTo(7));
    assertThat(service.heard())
        .containsExactly(
            "POST /api/v1/merge-plans Bearer token {\"target\":\"a\",\"groups\":[\"b\"]}");
  }

  @Test
  void whyThereIsNoAnswerIsToldApart() {
    service.says(
        400,
        """
        {"type":"urn:problem:web.invalid","title":"请求有误","status":400,
         "errors":[{"pointer":"/target","code":"merge-target-unknown","message":"没有这个群"}]}
        """);
    assertThat(tried()).isEqualTo(new MergesTold.Declined("没有这个群"));
    service.says(403);
    assertThat(tried()).isEqualTo(new MergesTold.Nothing(Degraded.REFUSED));
    service.says(503);
    assertThat(tried()).isEqualTo(new MergesTold.Nothing(Degraded.AWAY));
  }

  private MergesTold tried() {
    return client()
        .tryOut("a", List.of("b"), "token", Locale.CHINESE)
        .blockOptional()
        .orElseThrow();
  }

  private MergePlans client() {
    var properties =
        new GroupServiceProperties(
            service.url(), Duration.ofSeconds(5), 2, 50, Duration.ofSeconds(10));
    return new MergePlans(WebClient.create(), properties);
  }
}
