package cn.jianfu.group.rotation;

import cn.jianfu.group.access.Access;
import cn.jianfu.web.security.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows what is still under an earlier key after the district has changed it (密钥轮换). */
@RestController
@RequestMapping("/api/v1/people/key")
class PeopleKeyEndpoint {

  private final KeyCoverage coverage;
  private final Access access;

  PeopleKeyEndpoint(KeyCoverage coverage, Access access) {
    this.coverage = coverage;
    this.access = access;
  }

  @GetMapping
  Mono<KeyView> read(Caller caller) {
    access.mustBeDistrict(caller);
    return coverage.behind().map(towns -> new KeyView(coverage.version(), towns.isEmpty(), towns));
  }

  /**
   * How far a change of the key is.
   *
   * @param keyVersion of the key that is in use
   * @param complete whether nothing that rules compare is under another
   * @param behind the towns that have something under another
   */
  record KeyView(String keyVersion, boolean complete, List<KeyCoverage.Behind> behind) {}
}
