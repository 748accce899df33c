package cn.jianfu.group.erasure;

import cn.jianfu.group.access.Access;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Has people erased, and shows that it was done. */
@RestController
@RequestMapping("/api/v1/people/erasures")
class ErasureEndpoint {

  private final Erasures erasures;
  private final Access access;

  ErasureEndpoint(Erasures erasures, Access access) {
    this.erasures = erasures;
    this.access = access;
  }

  /** Answers when it is done; asking again finds nothing, or what was pushed since. */
  @PostMapping
  Mono<Erased> erase(@Valid @RequestBody ErasePerson body, Caller caller) {
    access.mustAdminister(caller);
    return erasures.erase(body.id(), access.actor(caller));
  }

  /** What was asked for, the latest first; without numbers it was not done to the end. */
  @GetMapping
  Mono<Map<String, List<ErasureRecord>>> read(Caller caller) {
    access.mustBeDistrict(caller);
    return erasures.latest().collectList().map(items -> Map.of("items", items));
  }
}
