package cn.jianfu.group.detection;

import cn.jianfu.group.access.Access;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets the district scan now instead of waiting. */
@RestController
@RequestMapping("/api/v1/scans")
class ScanEndpoint {

  private static final Duration ANOTHER_IS_AT_IT = Duration.ofSeconds(5);

  // The follow-up of what was just pushed takes a moment: its end is waited for.
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
  private static final int ATTEMPTS = 50;

  private final Detection detection;
  private final ScanLog log;
  private final Access access;

  ScanEndpoint(Detection detection, ScanLog log, Access access) {
    this.detection = detection;
    this.log = log;
    this.access = access;
  }

  /** Answers when the scan is done; 503 while another one is under way for long. */
  @PostMapping
  Mono<ResponseEntity<ScanLog.Entry>> scan(Caller caller) {
    access.mustBeDistrict(caller);
    return detection
        .run()
        .repeatWhenEmpty(times -> times.take(ATTEMPTS).delayElements(BETWEEN_ATTEMPTS))
        .flatMap(log::add)
        .map(entry -> ResponseEntity.created(URI.create("/api/v1/scans/" + entry.id())).body(entry))
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(WebProblems.UNAVAILABLE).retryAfter(ANOTHER_IS_AT_IT).toException()));
  }

  @GetMapping("/{id}")
  Mono<ScanLog.Entry> read(@PathVariable String id, Caller caller) {
    access.mustBeDistrict(caller);
    return log.find(id)
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }
}
