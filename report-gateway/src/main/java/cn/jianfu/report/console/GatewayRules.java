package cn.jianfu.report.console;

import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.trial.TownTrials;
import cn.jianfu.report.trial.TrialAnswer;
import cn.jianfu.report.trial.TrialWish;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The rules, and what another number of theirs would do. */
final class GatewayRules {

  private final TownTrials trials;
  private final Supplier<Names> names;

  GatewayRules(TownTrials trials, Supplier<Names> names) {
    this.trials = trials;
    this.names = names;
  }

  Mono<RuleSetPage> ruleSet(@Nullable Integer version) {
    return Mono.justOrEmpty(RuleSetMapping.page(names.get(), version));
  }

  Mono<TrialPage> trial(Scope scope, TrialForm form, @Nullable String token, Locale language) {
    Names known = names.get();
    return Mono.justOrEmpty(known.inForce())
        .flatMap(rules ->
            tried(scope, form, token, language, known)
                .map(outcome -> TrialMapping.page(rules, form, outcome))
                .defaultIfEmpty(TrialMapping.page(rules, form, null)));
  }

  /** Empty while there is nothing to try. */
  private Mono<TrialPage.Outcome> tried(
      Scope scope, TrialForm form, @Nullable String token, Locale language, Names known) {
    if (!form.asks()) {
      return Mono.empty();
    }
    BigDecimal number = form.number().orElse(null);
    if (number == null) {
      return Mono.just(TrialPage.Outcome.problem("trial.no-number"));
    }
    Mono<TrialAnswer> answer =
        token == null
            ? Mono.just(new TrialAnswer.Nothing(Degraded.NOT_ASKED))
            : trials.tryOut(known.reach(scope), wish(form, number), token, language);
    return answer.map(it -> TrialMapping.outcome(it, known));
  }

  private static TrialWish wish(TrialForm form, BigDecimal number) {
    return new TrialWish(Map.of(form.key(), number), Map.of());
  }
}
