package cn.jianfu.report.group;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.messaging.EventJson;
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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
   * A group as its owner has it, with its history.
   *
   * @param groupId its parts are encoded already
   * @param token of the caller: the owning service decides by itself who may ask
   */
  Mono<Told> ask(String groupId, String token) {
    String address = url + "/api/v1/groups/" + groupId;
    return get(URI.create(address), token)
        .zipWhen(_ -> get(URI.create(address + "/history?limit=" + HISTORY_LIMIT), token))
        .map(both -> told(both.getT1(), both.getT2()))
        .onErrorReturn(WebClientResponseException.NotFound.class, new Told.Unknown())
        .onErrorResume(failure -> nothing(groupId, failure));
  }

  private Mono<JsonNode> get(URI address, String token) {
    return client
        .get()
        .uri(address)
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
        .retrieve()
        .bodyToMono(JsonNode.class)
        .transformDeferred(TimeLimiterOperator.of(timeLimiter))
        .transformDeferred(BulkheadOperator.of(bulkhead))
        .transformDeferred(CircuitBreakerOperator.of(breaker))
        .transformDeferred(RetryOperator.of(retry));
  }

  private static Told told(JsonNode group, JsonNode history) {
    return new Told.Group(
        EventJson.read(group.toString().getBytes(StandardCharsets.UTF_8), WorkGroupV1.class),
        group.path("ownerName").asStringOpt().orElse(null),
        history.path("items").valueStream().toList());
  }

  private static Mono<Told> nothing(String groupId, Throwable failure) {
    LOG.info("{} is shown from own facts: {}", groupId, failure.toString());
    return Mono.just(new Told.Nothing(why(failure)));
  }

  private static Degraded why(Throwable failure) {
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
