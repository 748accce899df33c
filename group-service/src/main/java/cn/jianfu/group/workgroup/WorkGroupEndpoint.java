package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.headers.IdempotencyKey;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One work group: read, declare, take that back, file, rename, hand over. */
@RestController
@RequestMapping("/api/v1/groups/{unit}/{platform}/{externalId}")
class WorkGroupEndpoint {

  private final WorkGroups groups;
  private final Orders orders;
  private final Access access;
  private final OwnerNames owners;
  private final FollowedRequests requests;

  WorkGroupEndpoint(
      WorkGroups groups, Orders orders, Access access, OwnerNames owners, Origins origins) {
    this.groups = groups;
    this.orders = orders;
    this.owners = owners;
    this.access = access;
    this.requests = new FollowedRequests(groups, origins);
  }

  @PutMapping
  Mono<ResponseEntity<WorkGroupView>> declare(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.DeclareGroup body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return requests.follow(
        orders.declare(caller, id, body, requests.origin(caller, key, body)), key, ifMatch, dryRun);
  }

  @DeleteMapping("/declaration")
  Mono<ResponseEntity<WorkGroupView>> withdrawDeclaration(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return requests.follow(
        orders.withdrawDeclaration(caller, id, requests.origin(caller, key, "")),
        key,
        ifMatch,
        dryRun);
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
        .flatMap(stored ->
            owners
                .isMatched(stored.state(), caller)
                .map(matched -> WorkGroupView.of(stored).withOwner(matched.orElse(null))))
        .map(view -> FollowedRequests.answer(view, HttpStatus.OK))
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  @PostMapping("/filing")
  Mono<ResponseEntity<WorkGroupView>> file(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.FileGroup body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return requests.follow(
        orders.file(caller, id, body, requests.origin(caller, key, body)), key, ifMatch, dryRun);
  }

  @PutMapping("/name")
  Mono<ResponseEntity<WorkGroupView>> rename(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.RenameGroup body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return requests.follow(
        orders.rename(caller, id, body, requests.origin(caller, key, body)), key, ifMatch, dryRun);
  }

  @PutMapping("/owner")
  Mono<ResponseEntity<WorkGroupView>> changeOwner(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.ChangeOwner body,
      Caller caller) {
    GroupId id = Access.groupId(unit, platform, externalId);
    return requests.follow(
        orders.changeOwner(caller, id, body, requests.origin(caller, key, body)),
        key,
        ifMatch,
        dryRun);
  }
}
