package cn.jianfu.report.compliance;

import cn.jianfu.report.scope.Access;
import cn.jianfu.web.security.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class OverviewEndpoint {

  private final TownCompliances towns;
  private final Access access;

  OverviewEndpoint(TownCompliances towns, Access access) {
    this.towns = towns;
    this.access = access;
  }

  /** All towns that the caller may see, in division-code order. */
  @GetMapping("/api/v1/overview")
  Mono<Overview> overview(Caller caller, @RequestParam(required = false) @Nullable LocalDate asOf) {
    return towns.overview(access.mayRead(caller), asOf);
  }
}
