package cn.jianfu.group.intake;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.intake.IncomingEvent;
import cn.jianfu.web.problem.AllThatIsWrong;
import cn.jianfu.web.problem.ConstraintProblems;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemException;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads pushed events: the subject is the group, the data is the body of the resource. */
final class PushedEvents {

  /** By how much a sender's clock may be fast. */
  private static final Duration WRONG_CLOCKS = Duration.ofMinutes(5);

  private final JsonMapper json;
  private final Validator validator;
  private final TownEvents types;
  private final DistrictClock clock;

  PushedEvents(JsonMapper json, Validator validator, TownEvents types, DistrictClock clock) {
    this.json = json;
    this.validator = validator;
    this.types = types;
    this.clock = clock;
  }

  PushedEvent read(Caller caller, IncomingEvent event) {
    try {
      return understood(caller, event);
    } catch (ProblemException refused) {
      return new PushedEvent.Refused(refused.problem());
    }
  }

  private PushedEvent understood(Caller caller, IncomingEvent event) {
    AllThatIsWrong wrong = new AllThatIsWrong();
    GroupId id = wrong.orNull(() -> subject(event.subject()));
    if (isToCome(event.time())) {
      wrong.add(Problem.of(WebProblems.UNPROCESSABLE).at("/time", "time-in-future"));
    }
    TownEvents.Kind<?> kind = wrong.orNull(() -> types.kind(event.type()));
    return kind == null
        ? new PushedEvent.Refused(wrong.problem())
        : understood(caller, event, id, kind, wrong);
  }

  private <T> PushedEvent understood(
      Caller caller,
      IncomingEvent event,
      @Nullable GroupId id,
      TownEvents.Kind<T> kind,
      AllThatIsWrong wrong) {
    T data = wrong.orNull(() -> wellFormed(event, kind.data()));
    wrong.mustBeNothing();
    Origin from = new Origin(event.key(), event.bodyHash(), event.source(), event.time());
    return underData(() ->
        kind.meaning().of(caller, Objects.requireNonNull(id), Objects.requireNonNull(data), from));
  }

  private <T> T wellFormed(IncomingEvent event, Class<T> type) {
    T data = event.data().read(json, type);
    Set<ConstraintViolation<T>> violations = validator.validate(data);
    if (!violations.isEmpty()) {
      throw ConstraintProblems.of(violations).under("/data").toException();
    }
    return data;
  }

  private static <T> T underData(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ProblemException wrong) {
      throw new ProblemException(wrong.problem().under("/data"), wrong);
    }
  }

  /** A time to come would make everything that is sent until then look late. */
  private boolean isToCome(@Nullable Instant time) {
    return time != null && time.isAfter(clock.now().plus(WRONG_CLOCKS));
  }

  private static GroupId subject(@Nullable String subject) {
    if (subject == null) {
      throw Problem.of(WebProblems.INVALID).at("/subject", "required").toException();
    }
    try {
      return GroupId.parse(subject);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(
          Problem.of(WebProblems.INVALID).at("/subject", "not-readable"), malformed);
    }
  }
}
