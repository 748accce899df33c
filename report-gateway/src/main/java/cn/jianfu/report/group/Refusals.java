package cn.jianfu.report.group;

import cn.jianfu.messaging.EventJson;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import tools.jackson.core.JacksonException;

/** What group-service says when it does not take what was asked, in its words. */
final class Refusals {

  private Refusals() {}

  /** A refusal of what was asked; empty for one of who asks or how often, and for an outage. */
  static Optional<Refusal> of(Throwable failure) {
    return failure instanceof WebClientResponseException answer && saysWhy(answer)
        ? read(answer)
        : Optional.empty();
  }

  /** A refusal with its status. */
  record Refusal(int status, Refused because) {}

  private static boolean saysWhy(WebClientResponseException answer) {
    return answer.getStatusCode().is4xxClientError()
        && !List.of(HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN, HttpStatus.TOO_MANY_REQUESTS)
            .contains(answer.getStatusCode());
  }

  private static Optional<Refusal> read(WebClientResponseException answer) {
    try {
      byte[] body = answer.getResponseBodyAsByteArray();
      Refused because = EventJson.read(body, Refused.class);
      return because.title().isEmpty()
          ? Optional.empty()
          : Optional.of(new Refusal(answer.getStatusCode().value(), because));
    } catch (JacksonException _) {
      // Whoever answered was not group-service.
      return Optional.empty();
    }
  }
}
