package cn.jianfu.group.detection;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.RuleTrial;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the district what other numbers of a rule would do. */
@RestController
@RequestMapping("/api/v1/rule-trials")
class RuleTrialEndpoint {

  private static final ProblemType NO_RULES = new ProblemType("group.no-rules-in-force", 409);
  private static final Duration ANOTHER_IS_AT_IT = Duration.ofSeconds(10);

  private final RuleTrials trials;
  private final Access access;

  RuleTrialEndpoint(RuleTrials trials, Access access) {
    this.trials = trials;
    this.access = access;
  }

  /**
   * What to try.
   *
   * @param thresholds other numbers, by key
   * @param rules rules to be switched on or off, by id
   */
  record Trial(
      @Size(max = 50)
          @Nullable
              Map<
                  String,
                  @NotNull @Min(0) @Max(1_000_000) @Digits(integer = 7, fraction = 4) BigDecimal>
              thresholds,
      @Size(max = 50) @Nullable Map<String, @NotNull Boolean> rules) {

    Map<String, BigDecimal> numbers() {
      return thresholds == null ? Map.of() : thresholds;
    }

    Map<String, Boolean> switched() {
      return rules == null ? Map.of() : rules;
    }
  }

  /** Nothing is written. Answers 503 while another trial is under way. */
  @PostMapping
  Mono<TriedView> tryOut(@Valid @RequestBody Trial trial, Caller caller) {
    access.mustBeDistrict(caller);
    RuleSet inForce = trials.inForce();
    if (inForce == null) {
      throw Problem.of(NO_RULES).toException();
    }
    mustBeKnown(trial, inForce);
    return trials
        .run(inForce, rules -> RuleTrial.other(rules, trial.numbers(), trial.switched()))
        .doOnNext(tried -> mustBeOfUse(trial, tried))
        .map(TriedView::of)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(WebProblems.UNAVAILABLE).retryAfter(ANOTHER_IS_AT_IT).toException()));
  }

  private static void mustBeKnown(Trial trial, RuleSet inForce) {
    Problem unknown = Problem.of(WebProblems.INVALID);
    for (String key : trial.numbers().keySet()) {
      if (!inForce.thresholds().values().containsKey(key)) {
        unknown = unknown.at("/thresholds/" + pointer(key), "threshold-unknown");
      }
    }
    for (String id : trial.switched().keySet()) {
      if (DetectionRule.withId(id).isEmpty() || !inForce.rules().containsKey(id)) {
        unknown = unknown.at("/rules/" + pointer(id), "rule-unknown");
      }
    }
    if (!unknown.errors().isEmpty()) {
      throw unknown.toException();
    }
  }

  /** A number that leaves a rule unjudged is one that the rule cannot count with. */
  private static void mustBeOfUse(Trial trial, RuleTrials.Tried tried) {
    Problem useless = Problem.of(WebProblems.INVALID);
    for (String key : tried.unjudged().values().stream().distinct().sorted().toList()) {
      if (trial.numbers().containsKey(key)) {
        useless = useless.at("/thresholds/" + pointer(key), "not-whole");
      }
    }
    if (!useless.errors().isEmpty()) {
      throw useless.toException();
    }
  }

  private static String pointer(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
