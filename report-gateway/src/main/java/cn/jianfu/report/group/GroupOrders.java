package cn.jianfu.report.group;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.web.headers.IdempotencyKey;
import cn.jianfu.web.headers.Versions;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Tells group-service what is to become of groups, one at a time. */
public final class GroupOrders {

  private static final Logger LOG = LoggerFactory.getLogger(GroupOrders.class);

  /** Who gives up too early does not know what has become of an order. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WebClient client;
  private final String address;
  private final Guard guard;

  GroupOrders(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.address = properties.url() + "/api/v1/groups/";
    this.guard = new Guard("group-orders", properties, PATIENCE);
  }

  /**
   * In whose name, and in which language.
   *
   * @param token of the caller: the owning service decides by itself who may decide
   */
  public record Caller(String token, Locale language) {}

  /**
   * What would become of the order; nothing is written.
   *
   * @param groupId its parts are encoded already
   */
  public Mono<OrderTold> rehearse(String groupId, GroupOrder order, Caller caller) {
    return now(groupId, caller)
        .flatMap(now ->
            send(groupId, order, "?dryRun=true", now.version(), null, caller)
                // It changes nothing, so that it may be asked again.
                .transform(guard::read)
                .map(GroupOrders::read)
                .<OrderTold>map(then ->
                    new OrderTold.Taken(
                        then.state(),
                        then.decision(),
                        now.version(),
                        then.version() != now.version())))
        .onErrorResume(failure -> Mono.just(otherwise(groupId, failure)));
  }

  /**
   * Gives the order.
   *
   * @param version of the group as it was seen; null for any
   * @param key the same for every repeat, of which only one counts
   */
  public Mono<OrderTold> follow(
      String groupId, GroupOrder order, @Nullable Long version, String key, Caller caller) {
    return send(groupId, order, "", version, key, caller)
        // The key makes it safe to say it again at once.
        .transform(guard::read)
        .map(GroupOrders::read)
        .<OrderTold>map(
            then -> new OrderTold.Taken(then.state(), then.decision(), then.version(), true))
        .onErrorResume(failure -> Mono.just(otherwise(groupId, failure)));
  }

  private Mono<Answer> now(String groupId, Caller caller) {
    return client
        .get()
        .uri(URI.create(address + groupId))
        .headers(InTheUsersName.headers(caller.token(), caller.language()))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::read)
        .map(GroupOrders::read);
  }

  private Mono<byte[]> send(
      String groupId,
      GroupOrder order,
      String query,
      @Nullable Long version,
      @Nullable String key,
      Caller caller) {
    return client
        .method(undoes(order) ? HttpMethod.DELETE : HttpMethod.POST)
        .uri(URI.create(address + groupId + path(order) + query))
        .headers(InTheUsersName.headers(caller.token(), caller.language()))
        .headers(headers -> expecting(headers, version, key))
        .body(Mono.justOrEmpty(body(order)), String.class)
        .retrieve()
        .bodyToMono(byte[].class);
  }

  private static void expecting(HttpHeaders headers, @Nullable Long version, @Nullable String key) {
    headers.setContentType(MediaType.APPLICATION_JSON);
    if (version != null) {
      headers.setIfMatch(Versions.tag(version));
    }
    if (key != null) {
      headers.set(IdempotencyKey.HEADER, key);
    }
  }

  private static boolean undoes(GroupOrder order) {
    return switch (order) {
      case GroupOrder.Withdraw _, GroupOrder.Undeclare _, GroupOrder.Separate _ -> true;
      case GroupOrder.Decide _, GroupOrder.Execute _, GroupOrder.Restore _, GroupOrder.Join _ ->
          false;
    };
  }

  private static String path(GroupOrder order) {
    return switch (order) {
      case GroupOrder.Decide _ -> "/decisions";
      case GroupOrder.Withdraw _ -> "/decisions/current";
      case GroupOrder.Undeclare _ -> "/declaration";
      case GroupOrder.Execute _ -> "/execution";
      case GroupOrder.Restore _ -> "/restoration";
      case GroupOrder.Join _, GroupOrder.Separate _ -> "/join";
    };
  }

  private static @Nullable String body(GroupOrder order) {
    return switch (order) {
      case GroupOrder.Decide it -> EventJson.write(it);
      case GroupOrder.Execute it -> EventJson.write(it);
      case GroupOrder.Join it -> EventJson.write(it);
      case GroupOrder.Restore _,
          GroupOrder.Withdraw _,
          GroupOrder.Undeclare _,
          GroupOrder.Separate _ ->
          null;
    };
  }

  private record Answer(String state, long version, @Nullable DecisionV1 decision) {}

  private static Answer read(byte[] body) {
    return EventJson.read(body, Answer.class);
  }

  private static OrderTold otherwise(String groupId, Throwable failure) {
    LOG.info("An order about {} is not taken: {}", groupId, failure.toString());
    return Refusals.of(failure)
        .<OrderTold>map(it -> new OrderTold.Declined(it.status(), it.because()))
        .orElseGet(() -> new OrderTold.Nothing(Guard.why(failure)));
  }
}
