package cn.jianfu.group.activity;

import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Answers;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.intake.GroupIntake;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was counted in one group on one day. */
@RestController
@RequestMapping("/api/v1/groups/{unit}/{platform}/{externalId}/activity/{date}")
class ActivityEndpoint {

  private final ActivityReports reports;
  private final ActivityDays days;
  private final GroupIntake intake;
  private final Access access;
  private final Origins origins;

  ActivityEndpoint(
      ActivityReports reports,
      ActivityDays days,
      GroupIntake intake,
      Access access,
      Origins origins) {
    this.reports = reports;
    this.days = days;
    this.intake = intake;
    this.access = access;
    this.origins = origins;
  }

  @PutMapping
  Mono<ActivityRecordedV1> record(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @PathVariable LocalDate date,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody CountActivity body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    Origin origin = origins.of(caller.issuer() + "#" + caller.subject(), key, body);
    ActivityReport report = reports.read(caller, id, date, body, origin);
    return (dryRun ? intake.rehearse(caller, report) : intake.activity(caller, report))
        .map(outcome -> ActivityPublication.of(answer(outcome, report)));
  }

  /** The day as it stands; to a repeat, the day as it stood then. */
  private static ActivityDay answer(
      Outcome<ActivityDay, ActivityDay.Verdict> outcome, ActivityReport report) {
    ActivityDay now = Answers.accepted(outcome, ActivityReports::problem).state();
    return outcome instanceof Outcome.Repeated ? report.day() : now;
  }

  @GetMapping
  Mono<ActivityRecordedV1> read(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @PathVariable LocalDate date,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    access.mustRead(caller, unit);
    return days.find(id.text(), date)
        .map(stored -> ActivityPublication.of(stored.state()))
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }
}
