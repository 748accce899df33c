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

  /** While the store takes one page, the next is made. */
  private static final int PAGES_AT_ONCE = 2;

  private OwnWrites() {}

  /**
   * Each command to an aggregate of its own. Errors are outages, and {@link ProblemException} when
   * something could not be written.
   */
  public static <S, D> Mono<Void> all(AggregateStore<S> store, List<Command<S, D>> commands) {
    return pages(commands, store::executeAll, OwnWrites::isLeft, PAGES_AT_ONCE);
  }

  /** The same where most are expected to create their aggregate. */
  public static <S, D> Mono<Void> create(AggregateStore<S> store, List<Command<S, D>> commands) {
    return pages(commands, store::createAll, OwnWrites::isLeft, PAGES_AT_ONCE);
  }

  /**
   * With a writer of one's own, in order.
   *
   * @param left whether what became of one is that it is still to be written
   */
  public static <C, O> Mono<Void> all(
      List<C> wishes, Function<List<C>, Mono<List<O>>> writer, Predicate<O> left) {
    return pages(wishes, writer, left, 1);
  }

  private static <C, O> Mono<Void> pages(
      List<C> wishes, Function<List<C>, Mono<List<O>>> writer, Predicate<O> left, int atOnce) {
    return Flux.fromIterable(wishes)
        .buffer(PAGE)
        .flatMap(page -> page(page, writer, left), atOnce)
        .then();
  }

  private static <C, O> Mono<List<O>> page(
      List<C> page, Function<List<C>, Mono<List<O>>> writer, Predicate<O> left) {
    return Mono.defer(() -> writer.apply(page))
        .doOnNext(outcomes -> {
          if (outcomes.stream().anyMatch(left)) {
            throw notWritten();
          }
        })
        .retryWhen(
            Retry.fixedDelay(PAUSES, PAUSE)
                .filter(ProblemException.class::isInstance)
                .onRetryExhaustedThrow((_, last) -> last.failure()));
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
