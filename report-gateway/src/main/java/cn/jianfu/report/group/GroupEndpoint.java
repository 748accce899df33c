package cn.jianfu.report.group;

import cn.jianfu.report.scope.Access;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import cn.jianfu.web.security.Caller;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

@RestController
class GroupEndpoint {

  private final GroupDrillDown groups;
  private final Access access;

  GroupEndpoint(GroupDrillDown groups, Access access) {
    this.groups = groups;
    this.access = access;
  }

  /**
   * A group with counters, findings and history; {@code degraded} when group-service does not tell.
   */
  @GetMapping("/api/v1/groups/{unit}/{platform}/{externalId}")
  Mono<GroupAnswer> group(
      Caller caller,
      @AuthenticationPrincipal Jwt token,
      @PathVariable String unit,
      @PathVariable String platform,
      @PathVariable String externalId) {
    var scope = access.mayRead(caller, unit);
    String id = encoded(unit) + "/" + encoded(platform) + "/" + encoded(externalId);
    return groups
        .find(scope, id, token.getTokenValue())
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.NOT_FOUND).toException()));
  }

  // Group ids are made of encoded parts; an address comes decoded.
  private static String encoded(String part) {
    return UriUtils.encode(part, StandardCharsets.UTF_8);
  }
}
