package cn.jianfu.report.group;

import cn.jianfu.messaging.EventJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks group-service what other numbers would do. */
public final class RuleTrials {

  private static final Logger LOG = LoggerFactory.getLogger(RuleTrials.class);

  /** All groups are read and judged twice: of half a million it took two and a half minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final WebClient client;
  private final String address;
  private final Guard guard;

  RuleTrials(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.address = properties.url() + "/api/v1/rule-trials";
    this.guard = new Guard("rule-trials", properties, PATIENCE);
  }

  /**
   * Tries other numbers; nothing is written.
   *
   * @param rules to be switched on or off, by id
   * @param token of the caller: the owning service decides by itself who may ask
   */
  public Mono<TrialTold> tryOut(
      Map<String, BigDecimal> thresholds,
      Map<String, Boolean> rules,
      String token,
      Locale language) {
    return client
        .post()
        .uri(address)
        .headers(InTheUsersName.headers(token, language))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(EventJson.write(new Asked(thresholds, rules)))
        .retrieve()
        .bodyToMono(byte[].class)
        .transform(guard::write)
        .<TrialTold>map(body -> new TrialTold.Known(EventJson.read(body, RuleTrial.class)))
        .onErrorResume(failure -> Mono.just(otherwise(failure)));
  }

  private record Asked(Map<String, BigDecimal> thresholds, Map<String, Boolean> rules) {}

  private static TrialTold otherwise(Throwable failure) {
    LOG.info("A trial of other numbers is not told: {}", failure.toString());
    return Refusals.of(failure)
        .<TrialTold>map(it -> new TrialTold.Declined(it.because().sentence()))
        .orElseGet(() -> new TrialTold.Nothing(Guard.why(failure)));
  }
}
