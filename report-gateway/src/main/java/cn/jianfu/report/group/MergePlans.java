package cn.jianfu.report.group;

import cn.jianfu.messaging.EventJson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks group-service which groups could become one, and what that would give. */
public final class MergePlans {

  private static final Logger LOG = LoggerFactory.getLogger(MergePlans.class);

  /** Proposals are computed from all groups of the district. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MOST = 100;

  private final WebClient client;
  private final String address;
  private final Guard guard;

  MergePlans(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.address = properties.url() + "/api/v1/merge-plans";
    this.guard = new Guard("merge-plans", properties, PATIENCE);
  }

  /**
   * What is proposed for the groups that are judged in a town.
   *
   * @param town or the top unit, for what is in no town
   * @param token of the caller: the owning service decides by itself who may ask
   */
  public Mono<MergesTold> proposed(String town, String token, Locale language) {
    return client
        .get()
        .uri(address + "?unit={town}&town={town}&limit={limit}", town, town, MOST)
        .headers(InTheUsersName.headers(token, language))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::read)
        .<MergesTold>map(body -> EventJson.read(body, Page.class).known())
        .onErrorResume(failure -> Mono.just(otherwise(failure)));
  }

  /** What another merge would give; nothing is written. */
  public Mono<MergesTold> tryOut(
      String target, List<String> groups, String token, Locale language) {
    return client
        .post()
        .uri(address)
        .headers(InTheUsersName.headers(token, language))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(EventJson.write(new Trial(target, groups)))
        .retrieve()
        .bodyToMono(byte[].class)
        // It changes nothing, so that it may be asked again.
        .transform(guard::read)
        .<MergesTold>map(
            body -> new MergesTold.Known(List.of(EventJson.read(body, MergePlan.class)), false))
        .onErrorResume(failure -> Mono.just(otherwise(failure)));
  }

  private record Trial(String target, List<String> groups) {}

  private record Page(@Nullable List<MergePlan> items, @Nullable String next) {
    MergesTold.Known known() {
      return new MergesTold.Known(Objects.requireNonNullElse(items, List.of()), next != null);
    }
  }

  private static MergesTold otherwise(Throwable failure) {
    LOG.info("Merges are not told: {}", failure.toString());
    return Refusals.of(failure)
        .<MergesTold>map(it -> new MergesTold.Declined(it.because().sentence()))
        .orElseGet(() -> new MergesTold.Nothing(Guard.why(failure)));
  }
}
