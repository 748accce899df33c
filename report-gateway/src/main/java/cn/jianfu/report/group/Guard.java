package cn.jianfu.report.group;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Stands between this service and group-service, so that the trouble of one stays its own. */
final class Guard {

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);

  private final TimeLimiter timeLimiter;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final Retry retry;

  Guard(String name, GroupServiceProperties properties, Duration timeout) {
    this.timeLimiter =
        TimeLimiter.of(name, TimeLimiterConfig.custom().timeoutDuration(timeout).build());
    this.breaker =
        CircuitBreaker.of(
            name,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(properties.openFor())
                .ignoreException(Guard::saysNothingOfIt)
                .build());
    this.bulkhead =
        Bulkhead.of(
            name, BulkheadConfig.custom().maxConcurrentCalls(properties.concurrent()).build());
    this.retry =
        Retry.of(
            name,
            RetryConfig.custom()
                .maxAttempts(properties.attempts())
                .waitDuration(BETWEEN_ATTEMPTS)
                .retryOnException(Guard::mayGoBetter)
                .build());
  }

  /** A question, which may be asked again. */
  <T> Mono<T> read(Mono<T> question) {
    return write(question).transformDeferred(RetryOperator.of(retry));
  }

  /** What is said once: whether it was heard is not known when no answer comes. */
  <T> Mono<T> write(Mono<T> said) {
    return said.transformDeferred(TimeLimiterOperator.of(timeLimiter))
        .transformDeferred(BulkheadOperator.of(bulkhead))
        .transformDeferred(CircuitBreakerOperator.of(breaker));
  }

  static Degraded why(Throwable failure) {
    return switch (failure) {
      case WebClientResponseException.TooManyRequests _ -> Degraded.BUSY;
      case BulkheadFullException _ -> Degraded.BUSY;
      case WebClientResponseException.Unauthorized _ -> Degraded.NOT_ASKED;
      case WebClientResponseException.Forbidden _ -> Degraded.REFUSED;
      default -> Degraded.AWAY;
    };
  }

  // A breaker that is open or too many questions are no sign, and asking at once does not help.
  private static boolean mayGoBetter(Throwable failure) {
    return !saysNothingOfIt(failure) && !(failure instanceof CallNotPermittedException);
  }

  private static boolean saysNothingOfIt(Throwable failure) {
    return isAnAnswer(failure) || failure instanceof BulkheadFullException;
  }

  // A refusal is an answer: asking again would not change it, and the service is not away.
  private static boolean isAnAnswer(Throwable failure) {
    return failure instanceof WebClientResponseException answer
        && answer.getStatusCode().is4xxClientError();
  }
}
