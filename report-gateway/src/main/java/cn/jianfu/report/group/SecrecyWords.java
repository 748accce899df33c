package cn.jianfu.report.group;

import cn.jianfu.messaging.EventJson;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Reads units' words on secrecy from group-service, and tells it what a unit says. */
public final class SecrecyWords {

  private static final Logger LOG = LoggerFactory.getLogger(SecrecyWords.class);

  private final WebClient client;
  private final String address;
  private final Guard guard;

  SecrecyWords(WebClient client, GroupServiceProperties properties) {
    this.client = client;
    this.address = properties.url() + "/api/v1/secrecy/{unit}";
    this.guard = new Guard("secrecy", properties, properties.timeout());
  }

  /**
   * In whose name, and in which language.
   *
   * @param token of the caller: the owning service decides by itself who may ask
   */
  public record Caller(String token, Locale language) {}

  public Mono<SecrecyTold> read(String unit, Caller caller) {
    return told(request(HttpMethod.GET, "", caller, unit).transform(guard::read));
  }

  /** A statement of a day; the same again changes nothing. */
  public Mono<SecrecyTold> state(String unit, LocalDate on, Caller caller) {
    return told(
        request(HttpMethod.PUT, "/statements/{on}", caller, unit, on).transform(guard::write));
  }

  public Mono<SecrecyTold> takeBack(String unit, LocalDate on, Caller caller) {
    return told(
        request(HttpMethod.DELETE, "/statements/{on}", caller, unit, on).transform(guard::write));
  }

  /** An incident as it stands now; the same id is the same incident. */
  public Mono<SecrecyTold> report(String unit, UnitSecrecy.Incident incident, Caller caller) {
    Report report = new Report(incident.groupId(), incident.foundOn(), incident.resolvedOn());
    return put("/incidents/{id}", report, caller, unit, incident.id());
  }

  /** That an incident was reported in error; the same again changes nothing. */
  public Mono<SecrecyTold> withdraw(String unit, String incident, String reason, Caller caller) {
    return put("/incidents/{id}/withdrawal", new Withdrawal(reason), caller, unit, incident);
  }

  private record Withdrawal(String reason) {}

  private record Report(
      @Nullable String groupId, LocalDate foundOn, @Nullable LocalDate resolvedOn) {}

  private Mono<SecrecyTold> put(String path, Object body, Caller caller, Object... parts) {
    return told(
        client
            .put()
            .uri(address + path, parts)
            .headers(InTheUsersName.headers(caller.token(), caller.language()))
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(EventJson.write(body))
            .retrieve()
            .bodyToMono(byte[].class)
            .transform(guard::write));
  }

  private Mono<byte[]> request(HttpMethod method, String path, Caller caller, Object... parts) {
    return client
        .method(method)
        .uri(address + path, parts)
        .headers(InTheUsersName.headers(caller.token(), caller.language()))
        .retrieve()
        .bodyToMono(byte[].class);
  }

  private static Mono<SecrecyTold> told(Mono<byte[]> answer) {
    return answer
        .<SecrecyTold>map(body -> new SecrecyTold.Known(EventJson.read(body, UnitSecrecy.class)))
        .onErrorResume(failure -> Mono.just(otherwise(failure)));
  }

  private static SecrecyTold otherwise(Throwable failure) {
    LOG.info("A word on secrecy is not told: {}", failure.toString());
    return Refusals.of(failure)
        .<SecrecyTold>map(it -> new SecrecyTold.Declined(it.status(), it.because()))
        .orElseGet(() -> new SecrecyTold.Nothing(Guard.why(failure)));
  }
}
