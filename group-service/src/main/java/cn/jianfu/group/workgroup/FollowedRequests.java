package cn.jianfu.group.workgroup;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.access.Origins;
import cn.jianfu.web.headers.Versions;
import cn.jianfu.web.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Orders of requests, with what their headers ask for, and their answers. */
record FollowedRequests(WorkGroups groups, Origins origins) {

  /**
   * Follows the order if the group is still at the version that the caller has seen; a dry run is
   * answered alike and changes nothing.
   */
  Mono<ResponseEntity<WorkGroupView>> follow(
      Order order, @Nullable String key, @Nullable String ifMatch, boolean dryRun) {
    Order asked = order.expecting(Versions.seen(ifMatch)).answeredAgain(key != null);
    return (dryRun ? groups.rehearse(asked) : groups.follow(asked)).map(FollowedRequests::answer);
  }

  static ResponseEntity<WorkGroupView> answer(Followed followed) {
    WorkGroupView view = WorkGroupView.of(followed);
    return answer(view, followed.created() ? HttpStatus.CREATED : HttpStatus.OK);
  }

  static ResponseEntity<WorkGroupView> answer(WorkGroupView view, HttpStatus status) {
    return ResponseEntity.status(status).eTag(tag(view)).body(view);
  }

  /** Lists of staff say whether the owner is somebody, whatever version the group is at. */
  private static String tag(WorkGroupView view) {
    Boolean matched = view.ownerMatched();
    return matched == null
        ? Versions.tag(view.version())
        : Versions.tag(view.version(), matched ? "matched" : "unmatched");
  }

  Origin origin(Caller caller, @Nullable String key, Object body) {
    return origins.of(caller.issuer() + "#" + caller.subject(), key, body);
  }
}
