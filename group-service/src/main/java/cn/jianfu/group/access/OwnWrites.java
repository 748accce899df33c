package cn.jianfu.group.access;

import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What the service writes of its own accord, where nobody waits who could send it again: page by
 * page, so that a province's findings need not be in memory as commands and documents at once; and
 * all of it, or an error. While no more events may wait for the broker it waits, a little.
 */
public final class OwnWrites {

  private static final int PAGE = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int PAUSES = 25;

  private OwnWrites() {}

  /** Errors are outages, and {@link ProblemException} when something could not be written. */
  public static <S, D> Mono<Void> all(AggregateStore<S> store, List<Command<S, D>> commands) {
    return all(commands, store::executeAll, OwnWrites::isLeft);
  }

  /**
   * The same with a writer of one's own.
   *
   * @param left whether what became of one is that it is still to be written
   */
  public static <C, O> Mono<Void> all(
      List<C> wishes, Function<List<C>, Mono<List<O>>> writer, Predicate<O> left) {
    return Flux.fromIterable(wishes)
        .buffer(PAGE)
        .concatMap(page ->
            Mono.defer(() -> writer.apply(page))
                .doOnNext(outcomes -> {
                  if (outcomes.stream().anyMatch(left)) {
                    throw notWritten();
                  }
                })
                .retryWhen(
                    Retry.fixedDelay(PAUSES, PAUSE)
                        .filter(ProblemException.class::isInstance)
                        .onRetryExhaustedThrow((_, last) -> last.failure())))
        .then();
  }

  private static ProblemException notWritten() {
    return Problem.of(WebProblems.UNAVAILABLE)
        .retryAfter(Answers.UNTIL_THE_BROKER_IS_BACK)
        .toException();
  }

  private static boolean isLeft(Outcome<?, ?> outcome) {
    return outcome instanceof Outcome.OutboxFull || outcome instanceof Outcome.Stale;
  }
}
