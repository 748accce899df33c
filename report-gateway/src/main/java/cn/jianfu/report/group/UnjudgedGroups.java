package cn.jianfu.report.group;

import cn.jianfu.messaging.EventJson;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks group-service which groups a rule could not judge. */
public final class UnjudgedGroups {

  private static final Logger LOG = LoggerFactory.getLogger(UnjudgedGroups.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final WebClient client;
  private final String address;
  private final Guard guard;

  UnjudgedGroups(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.address = properties.url() + "/api/v1/unjudged";
    this.guard = new Guard("unjudged", properties, PATIENCE);
  }

  /**
   * Those of a unit and the units below it, as of the last whole scan.
   *
   * @param town that it is judged in; of the top unit that keeps out what the towns have
   * @param token of the caller: the owning service decides by itself who may ask
   */
  public Mono<UnjudgedTold> of(
      String unit, String town, String rule, String token, Locale language) {
    return client
        .get()
        .uri(address + "?unit={unit}&town={town}&rule={rule}", unit, town, rule)
        .headers(InTheUsersName.headers(token, language))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::read)
        .<UnjudgedTold>map(body -> EventJson.read(body, Answer.class).known())
        .onErrorResume(failure -> Mono.just(otherwise(failure)));
  }

  private record Answer(@Nullable LocalDate day, @Nullable List<String> groups) {
    UnjudgedTold.Known known() {
      return new UnjudgedTold.Known(day, Set.copyOf(Objects.requireNonNullElse(groups, List.of())));
    }
  }

  private static UnjudgedTold otherwise(Throwable failure) {
    LOG.info("What could not be judged is not told: {}", failure.toString());
    return new UnjudgedTold.Nothing(Guard.why(failure));
  }
}
