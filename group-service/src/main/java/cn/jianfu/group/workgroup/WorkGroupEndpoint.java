package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origin;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.headers.Versions;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One work group: declare, file, rename, decide, execute, restore. */
@RestController
@RequestMapping("/api/v1/groups/{unit}/{platform}/{externalId}")
class WorkGroupEndpoint {

  private static final String KEY = "Idempotency-Key";

  private final WorkGroups groups;
  private final Orders orders;
  private final Access access;

  WorkGroupEndpoint(WorkGroups groups, Orders orders, Access access) {
    this.groups = groups;
    this.orders = orders;
    this.access = access;
  }

  @PutMapping
  Mono<ResponseEntity<WorkGroupView>> declare(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.DeclareGroup body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    Long seen = Versions.seen(ifMatch);
    return follow(orders.declare(caller, id, body, origin(caller, key, body), seen));
  }

  @GetMapping
  Mono<ResponseEntity<WorkGroupView>> read(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    access.mustRead(caller, unit);
    return groups
        .find(id)
        .map(stored -> answer(stored, HttpStatus.OK))
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  @PostMapping("/filing")
  Mono<ResponseEntity<WorkGroupView>> file(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.FileGroup body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return follow(orders.file(caller, id, body, origin(caller, key, body)));
  }

  @PutMapping("/name")
  Mono<ResponseEntity<WorkGroupView>> rename(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @Valid @RequestBody GroupRequests.RenameGroup body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return follow(orders.rename(caller, id, body, origin(caller, null, body)));
  }

  @PutMapping("/owner")
  Mono<ResponseEntity<WorkGroupView>> changeOwner(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @Valid @RequestBody GroupRequests.ChangeOwner body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return follow(orders.changeOwner(caller, id, body, origin(caller, null, body)));
  }

  @PostMapping("/decisions")
  Mono<ResponseEntity<WorkGroupView>> decide(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.TakeDecision body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return follow(orders.decide(caller, id, body, origin(caller, key, body)));
  }

  @DeleteMapping("/decisions/current")
  Mono<ResponseEntity<WorkGroupView>> withdraw(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return follow(orders.withdraw(caller, id, origin(caller, null, "")));
  }

  @PostMapping("/execution")
  Mono<ResponseEntity<WorkGroupView>> execute(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @Valid @RequestBody(required = false) GroupRequests.@Nullable ReportExecution body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    GroupRequests.ReportExecution said =
        body == null ? new GroupRequests.ReportExecution(null) : body;
    return follow(orders.execute(caller, id, said, origin(caller, key, said)));
  }

  @PostMapping("/restoration")
  Mono<ResponseEntity<WorkGroupView>> restore(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestHeader(name = KEY, required = false) @Nullable String key,
      @Valid @RequestBody(required = false) GroupRequests.@Nullable RestoreGroup body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    GroupRequests.RestoreGroup said = body == null ? new GroupRequests.RestoreGroup(null) : body;
    return follow(orders.restore(caller, id, said, origin(caller, key, said)));
  }

  private Mono<ResponseEntity<WorkGroupView>> follow(Order order) {
    return groups.follow(order).map(WorkGroupEndpoint::answer);
  }

  private static ResponseEntity<WorkGroupView> answer(Followed followed) {
    return answer(followed.group(), followed.created() ? HttpStatus.CREATED : HttpStatus.OK);
  }

  private static ResponseEntity<WorkGroupView> answer(Stored<WorkGroup> now, HttpStatus status) {
    return ResponseEntity.status(status)
        .eTag(Versions.tag(now.version()))
        .body(WorkGroupView.of(now));
  }

  private static Origin origin(Caller caller, @Nullable String key, Object body) {
    return Origin.of(caller.issuer() + "#" + caller.subject(), key, body);
  }
}
