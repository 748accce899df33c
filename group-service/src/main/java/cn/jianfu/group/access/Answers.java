package cn.jianfu.group.access;

import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a client hears about the end of its command. */
public final class Answers {

  static final Duration UNTIL_THE_BROKER_IS_BACK = Duration.ofSeconds(5);

  private Answers() {}

  /** What stands between the command and its acceptance; empty when nothing does. */
  public static <S, D> Optional<Problem> problem(
      Outcome<S, D> outcome, Function<D, Problem> refusal) {
    return switch (outcome) {
      case Outcome.Applied<S, D> _, Outcome.Unchanged<S, D> _, Outcome.Repeated<S, D> _ ->
          Optional.empty();
      case Outcome.KeyReused<S, D> _ -> Optional.of(Problem.of(WebProblems.KEY_REUSED));
      case Outcome.Declined<S, D> it -> Optional.of(refusal.apply(it.why()));
      case Outcome.Stale<S, D> _ -> Optional.of(Problem.of(WebProblems.STALE_VERSION));
      case Outcome.OutboxFull<S, D> _ ->
          Optional.of(Problem.of(WebProblems.UNAVAILABLE).retryAfter(UNTIL_THE_BROKER_IS_BACK));
    };
  }

  /**
   * The aggregate as it stands after an accepted command.
   *
   * @throws ProblemException when the command was not accepted
   */
  public static <S, D> Stored<S> accepted(Outcome<S, D> outcome, Function<D, Problem> refusal) {
    problem(outcome, refusal)
        .ifPresent(problem -> {
          throw problem.toException();
        });
    Stored<S> now =
        switch (outcome) {
          case Outcome.Applied<S, D> it -> it.now();
          case Outcome.Unchanged<S, D> it -> it.now();
          case Outcome.Repeated<S, D> it -> it.now();
          default -> null;
        };
    if (now == null) {
      throw Problem.of(WebProblems.NOT_FOUND).toException();
    }
    return now;
  }

  /**
   * How many of the commands have changed something now.
   *
   * @throws ProblemException when one was not accepted
   */
  public static <S, D> int applied(List<Outcome<S, D>> outcomes, Function<D, Problem> refusal) {
    int applied = 0;
    for (Outcome<S, D> outcome : outcomes) {
      problem(outcome, refusal)
          .ifPresent(problem -> {
            throw problem.toException();
          });
      applied += outcome instanceof Outcome.Applied ? 1 : 0;
    }
    return applied;
  }

  /** Whether the command, now or the first time, made something that was not there before. */
  public static boolean created(Outcome<?, ?> outcome) {
    return switch (outcome) {
      case Outcome.Applied<?, ?> applied -> applied.created();
      case Outcome.Repeated<?, ?> again -> again.version() == 1;
      default -> false;
    };
  }

  /** {@code accepted} or {@code unchanged}. */
  public static boolean changed(Outcome<?, ?> outcome) {
    return outcome instanceof Outcome.Applied || outcome instanceof Outcome.Repeated;
  }
}
