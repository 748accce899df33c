package cn.jianfu.report.group;

import cn.jianfu.messaging.EventJson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Reads self-check lists from group-service, and tells it what a unit answers. */
public final class SelfCheckLists {

  private static final Logger LOG = LoggerFactory.getLogger(SelfCheckLists.class);

  /** A list is computed from all groups of the district, and an answer may be many decisions. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebClient client;
  private final String address;
  private final Guard guard;

  SelfCheckLists(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.address = properties.url() + "/api/v1/self-checks/{round}/{unit}";
    this.guard = new Guard("self-checks", properties, PATIENCE);
  }

  /**
   * The list of a unit.
   *
   * @param token of the caller: the owning service decides by itself who may ask
   */
  public Mono<ListTold> list(String round, String unit, String token, Locale language) {
    return client
        .get()
        .uri(address, round, unit)
        .headers(InTheUsersName.headers(token, language))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::read)
        .map(SelfCheckLists::known)
        .onErrorResume(failure -> otherwise(unit, failure));
  }

  /** Answers some items, all or none; the same answers again change nothing. */
  public Mono<ListTold> answer(
      String round, String unit, List<SelfCheckAnswer> answers, String token, Locale language) {
    return client
        .post()
        .uri(address + "/answers", round, unit)
        .headers(InTheUsersName.headers(token, language))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(EventJson.write(new Answers(false, answers)))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::write)
        .map(SelfCheckLists::known)
        .onErrorResume(failure -> otherwise(unit, failure));
  }

  private record Answers(boolean confirmAll, List<SelfCheckAnswer> answers) {}

  private static ListTold known(byte[] body) {
    return new ListTold.Known(EventJson.read(body, SelfCheckList.class));
  }

  private static Mono<ListTold> otherwise(String unit, Throwable failure) {
    LOG.info("The self-check list of {} is not told: {}", unit, failure.toString());
    return Mono.just(
        Refusals.of(failure)
            .<ListTold>map(it -> new ListTold.Declined(it.status(), it.because()))
            .orElseGet(() -> new ListTold.Nothing(Guard.why(failure))));
  }
}
