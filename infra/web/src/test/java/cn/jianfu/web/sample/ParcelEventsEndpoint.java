package cn.jianfu.web.sample;

import cn.jianfu.web.intake.EventIntake;
import cn.jianfu.web.intake.IncomingEvent;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.intake.IntakeDoor;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps parcels by key: the same again is unchanged. */
@RestController
public class ParcelEventsEndpoint {

  private final EventIntake intake;
  private final JsonMapper json;
  private final Map<String, String> stored = new ConcurrentHashMap<>();

  ParcelEventsEndpoint(EventIntake intake, JsonMapper json) {
    this.intake = intake;
    this.json = json;
  }

  public Map<String, String> stored() {
    return stored;
  }

  @PostMapping("/api/v1/events")
  Mono<Void> push(ServerWebExchange exchange, Caller caller) {
    return intake.receive(
        exchange,
        IntakeDoor.of(source -> source.startsWith("/units/" + caller.unit()), this::handle));
  }

  private Mono<List<IntakeAnswer>> handle(List<IncomingEvent> events) {
    if (events.stream().anyMatch(event -> event.type().equals("store.away"))) {
      return Mono.error(Problem.of(WebProblems.UNAVAILABLE).toException());
    }
    return Mono.just(events.stream().map(this::handle).toList());
  }

  private IntakeAnswer handle(IncomingEvent event) {
    try {
      var parcel = event.data().read(json, Parcel.class);
      var before = stored.put(event.key(), event.bodyHash());
      if (parcel.weight() == 99) {
        return IntakeAnswer.declined(Problem.of(WebProblems.CONFLICT).at("/data/weight", "max"));
      }
      return before == null ? IntakeAnswer.accepted() : IntakeAnswer.unchanged();
    } catch (ProblemException e) {
      return IntakeAnswer.declined(e.problem());
    }
  }
}
