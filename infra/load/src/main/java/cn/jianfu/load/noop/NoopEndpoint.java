package cn.jianfu.load.noop;

import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes the body of a single event, checks who sends it and whether it is well-formed. */
@RestController
class NoopEndpoint {

  /** A CloudEvent with the counters of a day. */
  record Event(
      @NotBlank String specversion,
      @NotBlank @Size(max = 256) String id,
      @NotBlank @Size(max = 512) String source,
      @NotBlank @Size(max = 128) String type,
      @NotBlank @Size(max = 512) String subject,
      @NotNull Instant time,
      @NotBlank String datacontenttype,
      @Valid @NotNull Day data) {}

  /** The counters. */
  record Day(
      @NotNull LocalDate date,
      @PositiveOrZero int messages,
      @PositiveOrZero int activeSenders,
      @PositiveOrZero int taskPosts,
      @Size(max = 24) @Nullable List<Integer> taskPostsByHour,
      @PositiveOrZero int mentionAll,
      @PositiveOrZero int ackOnly,
      @PositiveOrZero int likes,
      @PositiveOrZero int checkInChains,
      @PositiveOrZero int materialRequests) {}

  @PostMapping("/api/v1/nothing")
  Mono<Map<String, String>> nothing(@Valid @RequestBody Event event, Caller caller) {
    caller.mustHave("district-admin");
    return Mono.just(Map.of("id", event.id(), "source", event.source(), "status", "accepted"));
  }
}
