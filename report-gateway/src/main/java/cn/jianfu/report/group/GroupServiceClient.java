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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks group-service for what the gateway does not keep. */
final class GroupServiceClient {

  private static final Logger LOG = LoggerFactory.getLogger(GroupServiceClient.class);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(100);
  private static final int HISTORY_LIMIT = 200;

  private final WebClient client;
  private final String url;
  private final TimeLimiter timeLimiter;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final Retry retry;

  GroupServiceClient(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.url = properties.url();
    this.timeLimiter =
        TimeLimiter.of(
            "group-service",
            TimeLimiterConfig.custom().timeoutDuration(properties.timeout()).build());
    this.breaker =
        CircuitBreaker.of(
            "group-service",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(5)
                .waitDurationInOpenState(properties.openFor())
                .ignoreException(GroupServiceClient::saysNothingOfIt)
                .build());
    this.bulkhead =
        Bulkhead.of(
            "group-service",
            BulkheadConfig.custom().maxConcurrentCalls(properties.concurrent()).build());
    this.retry =
        Retry.of(
            "group-service",
            RetryConfig.custom()
                .maxAttempts(properties.attempts())
                .waitDuration(BETWEEN_ATTEMPTS)
                .retryOnException(GroupServiceClient::mayGoBetter)
                .build());
  }

  /**
   * What was done with a group; empty when group-service is away or does not say.
   *
   * @param groupId its parts are encoded already
   * @param token of the caller: the owning service decides by itself who may ask
   */
  Mono<Optional<List<JsonNode>>> history(String groupId, String token) {
    URI address = URI.create(url + "/api/v1/groups/" + groupId + "/history?limit=" + HISTORY_LIMIT);
    return client
        .get()
        .uri(address)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
        .retrieve()
        .bodyToMono(JsonNode.class)
        .map(GroupServiceClient::entries)
        .transformDeferred(TimeLimiterOperator.of(timeLimiter))
        .transformDeferred(BulkheadOperator.of(bulkhead))
        .transformDeferred(CircuitBreakerOperator.of(breaker))
        .transformDeferred(RetryOperator.of(retry))
        .map(Optional::of)
        .onErrorReturn(WebClientResponseException.NotFound.class, Optional.of(List.of()))
        .onErrorResume(failure -> away(groupId, failure));
  }

  private static Mono<Optional<List<JsonNode>>> away(String groupId, Throwable failure) {
    LOG.info("{} is shown from own facts: {}", groupId, failure.toString());
    return Mono.just(Optional.empty());
  }

  private static List<JsonNode> entries(JsonNode body) {
    JsonNode items = body.isArray() ? body : body.path("items");
    return items.valueStream().toList();
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
