package cn.jianfu.group.members;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Answers;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.intake.GroupIntake;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.MemberRole;
import cn.jianfu.group.members.domain.MemberSnapshot.Flaw;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.headers.IdempotencyKey;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** The members of one group: taken as a whole, shown as totals unless the group is one's own. */
@RestController
@RequestMapping("/api/v1/groups/{unit}/{platform}/{externalId}/members")
class MembersEndpoint {

  private final MembersReports reports;
  private final MembersOfGroups members;
  private final GroupIntake intake;
  private final Access access;
  private final Origins origins;

  MembersEndpoint(
      MembersReports reports,
      MembersOfGroups members,
      GroupIntake intake,
      Access access,
      Origins origins) {
    this.reports = reports;
    this.members = members;
    this.intake = intake;
    this.access = access;
    this.origins = origins;
  }

  @PutMapping
  Mono<MembersView> take(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody TakeMembers body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    Origin origin = origins.of(caller.issuer() + "#" + caller.subject(), key, body);
    MembersReport read = reports.read(caller, id, body, origin);
    MembersReport report = key == null ? read : read.withAnswerKept();
    return (dryRun ? intake.rehearse(caller, report) : intake.members(caller, report))
        .map(outcome -> MembersView.of(answer(outcome, report), caller));
  }

  /** The members as they are known; to a repeat, as they were then. */
  private static Stored<GroupMembers> answer(
      Outcome<GroupMembers, List<Flaw>> outcome, MembersReport report) {
    Stored<GroupMembers> now = Answers.accepted(outcome, MembersReports::problem);
    return outcome instanceof Outcome.Repeated<GroupMembers, List<Flaw>> again
            && again.result() != null
        ? new Stored<>(
            now.id(),
            report.members().takenAt(Instant.parse(again.result())),
            again.version(),
            now.sequence())
        : now;
  }

  @GetMapping
  Mono<MembersView> read(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    access.mustRead(caller, unit);
    return members
        .find(id.text())
        .map(stored -> MembersView.of(stored, caller))
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  /**
   * A group's members.
   *
   * @param people only for the unit itself
   * @param forgotten how many of the members are not known any more, because the group has ended
   *     too long ago; absent while all are
   */
  record MembersView(
      Instant takenAt,
      int members,
      Map<MemberRole, Long> byRole,
      @Nullable List<Shown> people,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer forgotten,
      long version) {

    /** A person as the unit may see it: by reference, never by name. */
    record Shown(String personRef, @Nullable String unit, MemberRole role) {}

    static MembersView of(Stored<GroupMembers> stored, Caller caller) {
      GroupMembers it = stored.state();
      var all = it.snapshot().members();
      boolean own = caller.unit().equals(it.unit());
      return new MembersView(
          it.snapshot().takenAt(),
          it.snapshot().size(),
          all.stream().collect(Collectors.groupingBy(each -> each.role(), Collectors.counting())),
          own
              ? all.stream()
                  .map(each -> new Shown(each.personRef(), each.unit(), each.role()))
                  .toList()
              : null,
          it.snapshot().forgotten() == 0 ? null : it.snapshot().forgotten(),
          stored.version());
    }
  }
}
