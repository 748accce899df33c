package cn.jianfu.report.trial;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.Fault;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.scope.Access;
import cn.jianfu.report.scope.UnitScope;
import cn.jianfu.web.problem.FieldProblem;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the district what other rules would make of its towns. */
@RestController
class TrialEndpoint {

  static final ProblemType NO_RULES = new ProblemType("report.no-rules-in-force", 409);
  static final ProblemType DECLINED = new ProblemType("report.trial-declined", 422);
  private static final Duration ANOTHER_IS_AT_IT = Duration.ofSeconds(10);

  private final TownTrials trials;
  private final Reference reference;
  private final DistrictClock clock;
  private final Access access;

  TrialEndpoint(TownTrials trials, Reference reference, DistrictClock clock, Access access) {
    this.trials = trials;
    this.reference = reference;
    this.clock = clock;
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

    TrialWish wish() {
      return new TrialWish(
          thresholds == null ? Map.of() : thresholds, rules == null ? Map.of() : rules);
    }
  }

  /**
   * What findings, indices and bands would be. Nothing is written. Answers 503 while group-service
   * is away or another trial is under way.
   */
  @PostMapping("/api/v1/rule-trials")
  Mono<TriedView> tryOut(
      Caller caller,
      @AuthenticationPrincipal Jwt token,
      Locale language,
      @Valid @RequestBody Trial trial) {
    UnitScope scope = access.mayTry(caller);
    mustBeKnown(trial.wish());
    return trials
        .tryOut(scope, trial.wish(), token.getTokenValue(), language)
        .map(TrialEndpoint::view);
  }

  private void mustBeKnown(TrialWish wish) {
    RuleSet inForce =
        reference
            .current()
            .ruleSets()
            .inForceOn(clock.today())
            .orElseThrow(() -> Problem.of(NO_RULES).toException());
    Problem unknown = Problem.of(WebProblems.INVALID);
    for (String key : wish.thresholds().keySet()) {
      if (!inForce.thresholds().containsKey(key)) {
        unknown = unknown.at("/thresholds/" + pointer(key), "threshold-unknown");
      }
    }
    for (String id : wish.rules().keySet()) {
      if (!inForce.rules().containsKey(id)) {
        unknown = unknown.at("/rules/" + pointer(id), "rule-unknown");
      }
    }
    if (!unknown.errors().isEmpty()) {
      throw unknown.toException();
    }
  }

  private static TriedView view(TrialAnswer answer) {
    return switch (answer) {
      case TrialAnswer.Known known -> TriedView.of(known);
      case TrialAnswer.NoRules() -> throw Problem.of(NO_RULES).toException();
      case TrialAnswer.Faulty(List<Fault> faults) -> throw faulty(faults).toException();
      case TrialAnswer.Declined(String why) ->
          throw Problem.of(DECLINED).with("why", why).toException();
      case TrialAnswer.Nothing(Degraded why) -> throw nothing(why).toException();
    };
  }

  private static Problem faulty(List<Fault> faults) {
    return Problem.of(WebProblems.INVALID)
        .errors(
            faults.stream()
                .map(it ->
                    FieldProblem.at(
                        it.field(),
                        it.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        it.named()))
                .toList());
  }

  private static Problem nothing(Degraded why) {
    return switch (why) {
      case REFUSED, NOT_ASKED -> Problem.of(WebProblems.FORBIDDEN);
      case AWAY, BUSY, UNKNOWN -> Problem.of(WebProblems.UNAVAILABLE).retryAfter(ANOTHER_IS_AT_IT);
    };
  }

  private static String pointer(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
