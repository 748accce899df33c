package cn.jianfu.group.secrecy;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Answers;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.secrecy.domain.Incident;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.headers.IdempotencyKey;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import cn.jianfu.web.validation.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A unit's word on classified information in its groups. Its content is never asked for. */
@RestController
@RequestMapping("/api/v1/secrecy/{unit}")
class SecrecyEndpoint {

  private static final Pattern INCIDENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final SecrecyOfUnits secrecy;
  private final Access access;
  private final Origins origins;
  private final Reference reference;
  private final DistrictClock clock;

  SecrecyEndpoint(
      SecrecyOfUnits secrecy,
      Access access,
      Origins origins,
      Reference reference,
      DistrictClock clock) {
    this.secrecy = secrecy;
    this.access = access;
    this.origins = origins;
    this.reference = reference;
    this.clock = clock;
  }

  /**
   * That something was found.
   *
   * @param groupId where; one of the unit's groups
   * @param resolvedOn when it was put right; absent while it is not
   */
  record ReportIncident(
      @Size(max = 600) @Nullable String groupId,
      @NotNull LocalDate foundOn,
      @Nullable LocalDate resolvedOn) {}

  /**
   * That there never was such an incident.
   *
   * @param reason why it was reported all the same; nothing classified belongs here
   */
  record WithdrawIncident(@NotNull @PlainText(max = 200) String reason) {}

  /** States that the groups of the unit, and of those below it, hold nothing classified. */
  @PutMapping("/statements/{date}")
  Mono<SecrecyView> state(
      @PathVariable String unit,
      @PathVariable LocalDate date,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      Caller caller) {
    LocalDate today = clock.today();
    return hear(caller, unit, key, dryRun, "state " + date, known -> known.state(date, today));
  }

  /** Takes a statement back that was made by mistake. */
  @DeleteMapping("/statements/{date}")
  Mono<SecrecyView> takeBack(
      @PathVariable String unit,
      @PathVariable LocalDate date,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      Caller caller) {
    return hear(caller, unit, key, dryRun, "take back " + date, known -> known.takeBack(date));
  }

  /** Reports an incident, or what has become of it. */
  @PutMapping("/incidents/{id}")
  Mono<SecrecyView> report(
      @PathVariable String unit,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody ReportIncident body,
      Caller caller) {
    LocalDate today = clock.today();
    Incident incident = incident(unit, id, body);
    return hear(caller, unit, key, dryRun, id + body, known -> known.report(incident, today));
  }

  /** Says that an incident was reported in error. The report is kept, with the reason. */
  @PutMapping("/incidents/{id}/withdrawal")
  Mono<SecrecyView> withdraw(
      @PathVariable String unit,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody WithdrawIncident body,
      Caller caller) {
    LocalDate today = clock.today();
    String reason = body.reason().strip();
    return hear(
        caller,
        unit,
        key,
        dryRun,
        "withdraw " + id + body,
        known -> known.withdraw(id, reason, today));
  }

  @GetMapping
  Mono<SecrecyView> read(@PathVariable String unit, Caller caller) {
    String town = access.townToRead(caller, unit);
    return secrecy
        .find(unit)
        .map(Stored::state)
        .defaultIfEmpty(UnitSecrecy.silent(unit, town))
        .map(SecrecyView::of);
  }

  private Mono<SecrecyView> hear(
      Caller caller,
      String unit,
      @Nullable String key,
      boolean dryRun,
      String said,
      Function<UnitSecrecy, UnitSecrecy.Verdict> word) {
    String town = access.townToWrite(caller, unit);
    Origin origin = origins.of(caller.issuer() + "#" + caller.subject(), key, said);
    return secrecy
        .hear(unit, town, origin, access.actor(caller).role(), clock.today(), dryRun, word)
        .map(outcome -> Answers.accepted(outcome, SecrecyProblems::of).state())
        .map(SecrecyView::of);
  }

  private Incident incident(String unit, String id, ReportIncident body) {
    Problem wrong = Problem.of(WebProblems.INVALID);
    if (!INCIDENT_ID.matcher(id).matches()) {
      wrong = wrong.atParameter("id", "not-readable");
    }
    if (body.groupId() != null && !isBelow(unit, body.groupId())) {
      wrong = wrong.at("/groupId", "not-of-the-unit");
    }
    if (!wrong.errors().isEmpty()) {
      throw wrong.toException();
    }
    return new Incident(id, body.groupId(), body.foundOn(), body.resolvedOn());
  }

  private boolean isBelow(String unit, String groupId) {
    try {
      return reference.data().within(GroupId.parse(groupId).unit(), unit);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
