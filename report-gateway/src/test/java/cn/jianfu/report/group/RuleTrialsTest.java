package cn.jianfu.report.group;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.AnsweringGroupService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;

class RuleTrialsTest {

  private final AnsweringGroupService service =
      new AnsweringGroupService(
          """
          {"day":"2026-11-28","ruleSet":"district@1","unjudged":["G-TEMP"],
           "effects":[{"town":"350213101000","rule":"G-ZOMB","now":10,"then":13,"raised":3,"cleared":0,
             "exposure":{"now":44,"then":40},"unjudged":{"now":0,"then":4},
             "raisedIds":["a","b","c"],"clearedIds":[]}]}
          """);

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aTrialIsAskedForOnceInTheUsersName() {
    assertThat(tried())
        .isInstanceOfSatisfying(
            TrialTold.Known.class,
            it -> {
              assertThat(it.trial().effects())
                  .containsExactly(
                      new RuleTrial.Effect(
                          "350213101000",
                          "G-ZOMB",
                          10,
                          13,
                          3,
                          0,
                          new RuleTrial.Both(44, 40),
                          new RuleTrial.Both(0, 4),
                          List.of("a", "b", "c"),
                          List.of()));
              assertThat(it.trial().unjudged()).containsExactly("G-TEMP");
            });
    assertThat(service.heard())
        .containsExactly(
            "POST /api/v1/rule-trials Bearer token {\"thresholds\":{\"zombie.idleDays\":45},"
                + "\"rules\":{\"G-UNIT\":false}}");
  }

  @Test
  void whatAnEarlierVersionDoesNotSayIsNotThere() {
    service.says(
        200,
        """
        {"day":"2026-11-28","ruleSet":"district@1","unjudged":[],
         "effects":[{"town":"350213101000","rule":"G-ZOMB","now":1,"then":2,"raised":1,"cleared":0}]}
        """);

    assertThat(tried())
        .isInstanceOfSatisfying(
            TrialTold.Known.class,
            it -> {
              RuleTrial.Effect effect = it.trial().effects().getFirst();
              assertThat(effect.raisedIds()).isNull();
              assertThat(effect.changes()).isTrue();
              assertThat(effect.judgesOtherwise()).isFalse();
            });
  }

  @Test
  void aRefusalIsToldInItsWords() {
    service.says(
        400,
        """
        {"type":"urn:problem:web.invalid","title":"请求有误","status":400,
         "errors":[{"pointer":"/thresholds/zombie.idleDays","code":"not-whole","message":"应为整数"}]}
        """);

    assertThat(tried()).isEqualTo(new TrialTold.Declined("应为整数"));
  }

  @Test
  void whoMayNotAskAndWhoGetsNoAnswerAreToldApart() {
    service.says(403);
    assertThat(tried()).isEqualTo(new TrialTold.Nothing(Degraded.REFUSED));
    service.says(503);
    assertThat(tried()).isEqualTo(new TrialTold.Nothing(Degraded.AWAY));
    service.says(400, "<html>a proxy</html>");
    assertThat(tried()).isEqualTo(new TrialTold.Nothing(Degraded.AWAY));
  }

  private TrialTold tried() {
    var properties =
        new GroupServiceProperties(
            service.url(), Duration.ofSeconds(5), 2, 50, Duration.ofSeconds(10));
    return new RuleTrials(WebClient.create(), properties)
        .tryOut(
            Map.of("zombie.idleDays", new BigDecimal(45)),
            Map.of("G-UNIT", false),
            "token",
            Locale.CHINESE)
        .blockOptional()
        .orElseThrow();
  }
}
