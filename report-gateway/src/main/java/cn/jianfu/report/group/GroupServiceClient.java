package cn.jianfu.report.group;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.messaging.EventJson;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
  private static final int HISTORY_LIMIT = 200;

  private final WebClient client;
  private final String url;
  private final Guard guard;

  GroupServiceClient(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.url = properties.url();
    this.guard = new Guard("group-service", properties, properties.timeout());
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
    return guard.read(
        client
            .get()
            .uri(address)
            .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .retrieve()
            .bodyToMono(JsonNode.class));
  }

  private static Told told(JsonNode group, JsonNode history) {
    return new Told.Group(
        EventJson.read(group.toString().getBytes(StandardCharsets.UTF_8), WorkGroupV1.class),
        group.path("ownerName").asStringOpt().orElse(null),
        group.path("ownerMatched").asBooleanOpt().orElse(null),
        history.path("items").valueStream().toList());
  }

  private static Mono<Told> nothing(String groupId, Throwable failure) {
    LOG.info("{} is shown from own facts: {}", groupId, failure.toString());
    return Mono.just(new Told.Nothing(Guard.why(failure)));
  }
}
