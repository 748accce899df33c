package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.headers.IdempotencyKey;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What becomes of a work group: decide, withdraw, carry out, restore. */
@RestController
@RequestMapping("/api/v1/groups/{unit}/{platform}/{externalId}")
class DecisionEndpoint {

  private final Orders orders;
  private final FollowedRequests requests;

  DecisionEndpoint(WorkGroups groups, Orders orders, Origins origins) {
    this.orders = orders;
    this.requests = new FollowedRequests(groups, origins);
  }

  @PostMapping("/decisions")
  Mono<ResponseEntity<WorkGroupView>> decide(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.TakeDecision body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return requests.follow(
        orders.decide(caller, id, body, requests.origin(caller, key, body)), key, ifMatch, dryRun);
  }

  @DeleteMapping("/decisions/current")
  Mono<ResponseEntity<WorkGroupView>> withdraw(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return requests.follow(
        orders.withdraw(caller, id, requests.origin(caller, key, "")), key, ifMatch, dryRun);
  }

  @PostMapping("/execution")
  Mono<ResponseEntity<WorkGroupView>> execute(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody(required = false) GroupRequests.@Nullable ReportExecution body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    GroupRequests.ReportExecution said =
        body == null ? new GroupRequests.ReportExecution(null) : body;
    return requests.follow(
        orders.execute(caller, id, said, requests.origin(caller, key, said)), key, ifMatch, dryRun);
  }

  @PostMapping("/restoration")
  Mono<ResponseEntity<WorkGroupView>> restore(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody(required = false) GroupRequests.@Nullable RestoreGroup body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    GroupRequests.RestoreGroup said = body == null ? new GroupRequests.RestoreGroup(null) : body;
    return requests.follow(
        orders.restore(caller, id, said, requests.origin(caller, key, said)), key, ifMatch, dryRun);
  }
}
