package cn.jianfu.group.intake;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.pushes.PushCounter;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.web.intake.EventIntake;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.intake.IntakeDoor;
import cn.jianfu.web.intake.SentEvent;
import cn.jianfu.web.security.Caller;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes CloudEvents from town systems: one, a batch, or a stream of lines. */
@RestController
@RequestMapping("/api/v1/events")
class EventsEndpoint {

  // The source of an event names its unit by code, for example /towns/350213101000/oa; another
  // number of twelve digits in it is no unit.
  private static final Pattern UNIT = Pattern.compile("(?<![0-9])([0-9]{12})(?![0-9])");

  private final EventIntake intake;
  private final GroupIntake groups;
  private final Access access;
  private final Reference reference;
  private final PushCounter pushes;

  EventsEndpoint(
      EventIntake intake,
      GroupIntake groups,
      Access access,
      Reference reference,
      PushCounter pushes) {
    this.access = access;
    this.intake = intake;
    this.groups = groups;
    this.reference = reference;
    this.pushes = pushes;
  }

  @PostMapping(
      consumes = {
        "application/cloudevents+json",
        "application/cloudevents-batch+json",
        MediaType.APPLICATION_NDJSON_VALUE,
        MediaType.APPLICATION_JSON_VALUE
      })
  Mono<Void> receive(
      @RequestParam(defaultValue = "false") boolean dryRun,
      ServerWebExchange exchange,
      Caller caller) {
    access.mustWrite(caller);
    return dryRun ? rehearse(exchange, caller) : apply(exchange, caller);
  }

  private Mono<Void> rehearse(ServerWebExchange exchange, Caller caller) {
    IntakeSteps rehearsal = groups.rehearsal();
    return intake.receive(
        exchange,
        IntakeDoor.of(
            source -> ownUnit(source, caller).isPresent(),
            events -> groups.handle(caller, events, rehearsal),
            // What was only tried is no report of a source.
            (_, _) -> {}));
  }

  private Mono<Void> apply(ServerWebExchange exchange, Caller caller) {
    return intake.receive(
        exchange,
        IntakeDoor.of(
            source -> ownUnit(source, caller).isPresent(),
            events -> groups.handle(caller, events),
            (event, answer) -> count(caller, event, answer)));
  }

  private void count(Caller caller, SentEvent event, IntakeAnswer answer) {
    String source = event.source();
    Optional<String> unit = source == null ? Optional.empty() : ownUnit(source, caller);
    pushes.count(unit.orElseGet(caller::unit), unit.isPresent() ? source : null, event, answer);
  }

  /** The unit that the source names; empty for one that the caller may not speak for. */
  private Optional<String> ownUnit(String source, Caller caller) {
    return UNIT.matcher(source)
        .results()
        .map(MatchResult::group)
        .filter(code -> reference.data().unit(code).isPresent())
        .findFirst()
        .filter(unit -> reference.data().within(unit, caller.unit()));
  }
}
