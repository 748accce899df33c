package cn.jianfu.report.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The same answer for what does not exist and for what the user may not know of. */
final class NotFound {

  private NotFound() {}

  static <T> Mono<T> here() {
    return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
