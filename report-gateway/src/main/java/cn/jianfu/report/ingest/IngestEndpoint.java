package cn.jianfu.report.ingest;

import cn.jianfu.messaging.inbound.InboundBindings;
import cn.jianfu.messaging.topic.DeadLetter;
import cn.jianfu.messaging.topic.DeadLetters;
import cn.jianfu.report.scope.Access;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@RequestMapping("/api/v1/ingest-status")
class IngestEndpoint {

  private static final String TOPIC = "group\\.(events|activity)|supervision\\.(reference|events)";
  private static final int MOST_SHOWN = 200;

  private final IngestStatuses statuses;
  private final DeadLetters deadLetters;
  private final Access access;

  IngestEndpoint(IngestStatuses statuses, DeadLetters deadLetters, Access access) {
    this.statuses = statuses;
    this.deadLetters = deadLetters;
    this.access = access;
  }

  /** How many dead letters went back to their reader. */
  record Redriven(int events) {}

  @GetMapping
  Mono<IngestStatus> status(Caller caller) {
    boolean district = caller.hasAny("district-admin", "district-supervisor", "discipline");
    return statuses.now(access.mayRead(caller), district);
  }

  /** What a reader of the topic could not apply and nobody has sent back yet. */
  @GetMapping("/dead-letters/{topic}")
  Mono<List<DeadLetter>> list(
      Caller caller,
      @PathVariable @Pattern(regexp = TOPIC) String topic,
      @RequestParam(defaultValue = Readers.VIEW) @Pattern(regexp = Readers.PATTERN) String reader) {
    access.mayOperate(caller);
    String dead = deadLettersOf(topic, reader);
    return waiting(() -> deadLetters.list(dead, MOST_SHOWN));
  }

  @PostMapping("/dead-letters/{topic}/redrive")
  Mono<Redriven> redrive(
      Caller caller,
      @PathVariable @Pattern(regexp = TOPIC) String topic,
      @RequestParam(defaultValue = Readers.VIEW) @Pattern(regexp = Readers.PATTERN) String reader) {
    access.mayAdminister(caller);
    String dead = deadLettersOf(topic, reader);
    return waiting(() -> new Redriven(deadLetters.redrive(dead)));
  }

  // Kafka's clients wait for the broker, on a thread that may.
  private static <T> Mono<T> waiting(Callable<T> work) {
    return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
  }

  private static String deadLettersOf(String topic, String reader) {
    String dead = InboundBindings.deadLetterTopic(topic, reader);
    if (!Readers.deadLetterTopics(topic).contains(dead)) {
      throw Problem.of(WebProblems.NOT_FOUND).toException();
    }
    return dead;
  }
}
