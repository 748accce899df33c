package cn.jianfu.group.intake;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.web.intake.EventIntake;
import cn.jianfu.web.intake.IntakeDoor;
import cn.jianfu.web.security.Caller;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
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

  EventsEndpoint(EventIntake intake, GroupIntake groups, Access access, Reference reference) {
    this.access = access;
    this.intake = intake;
    this.groups = groups;
    this.reference = reference;
  }

  @PostMapping(
      consumes = {
        "application/cloudevents+json",
        "application/cloudevents-batch+json",
        MediaType.APPLICATION_NDJSON_VALUE,
        MediaType.APPLICATION_JSON_VALUE
      })
  Mono<Void> receive(ServerWebExchange exchange, Caller caller) {
    access.mustWrite(caller);
    return intake.receive(
        exchange,
        IntakeDoor.of(
            source -> namesOwnTown(source, caller), events -> groups.handle(caller, events)));
  }

  private boolean namesOwnTown(String source, Caller caller) {
    return UNIT.matcher(source)
        .results()
        .map(MatchResult::group)
        .filter(code -> reference.data().unit(code).isPresent())
        .findFirst()
        .filter(unit -> reference.data().within(unit, caller.unit()))
        .isPresent();
  }
}
