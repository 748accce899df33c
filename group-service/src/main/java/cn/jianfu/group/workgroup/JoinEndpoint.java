package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.web.headers.IdempotencyKey;
import cn.jianfu.web.headers.Versions;
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

/** What a register listed is a group that its platform knows (同群合一): say so, and undo it. */
@RestController
@RequestMapping("/api/v1/groups/{unit}/{platform}/{externalId}/join")
class JoinEndpoint {

  private final Joinings joinings;
  private final FollowedRequests requests;

  JoinEndpoint(Joinings joinings, WorkGroups groups, Origins origins) {
    this.joinings = joinings;
    this.requests = new FollowedRequests(groups, origins);
  }

  @PostMapping
  Mono<ResponseEntity<WorkGroupView>> join(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody GroupRequests.JoinGroup body,
      Caller caller) {
    GroupId entry = Access.groupId(unit, platform, externalId);
    return joinings
        .join(caller, entry, body.into(), asked(caller, key, body, ifMatch, dryRun))
        .map(FollowedRequests::answer);
  }

  @DeleteMapping
  Mono<ResponseEntity<WorkGroupView>> separate(
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      Caller caller) {
    GroupId entry = Access.groupId(unit, platform, externalId);
    return joinings
        .separate(caller, entry, asked(caller, key, "", ifMatch, dryRun))
        .map(FollowedRequests::answer);
  }

  private Joinings.Asked asked(
      Caller caller, @Nullable String key, Object body, @Nullable String ifMatch, boolean dryRun) {
    return new Joinings.Asked(
        requests.origin(caller, key, body), Versions.seen(ifMatch), key != null, dryRun);
  }
}
