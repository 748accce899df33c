package cn.jianfu.group.clock;

import cn.jianfu.group.access.Access;
import cn.jianfu.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an administrator set the clock ahead in a rehearsal. */
@RestController
@RequestMapping("/api/v1/clock")
@ConditionalOnProperty("jianfu.clock.adjustable")
class ClockEndpoint {

  private final DistrictClock clock;
  private final Access access;

  ClockEndpoint(DistrictClock clock, Access access) {
    this.clock = clock;
    this.access = access;
  }

  @GetMapping
  Shown read(Caller caller) {
    mustAdminister(caller);
    return new Shown(clock.now());
  }

  @PutMapping
  Shown set(@Valid @RequestBody Shown wanted, Caller caller) {
    mustAdminister(caller);
    clock.set(wanted.now());
    return new Shown(clock.now());
  }

  private void mustAdminister(Caller caller) {
    caller.mustHave("district-admin");
    access.mustBeDistrict(caller);
  }

  /** What the clock shows. */
  record Shown(@NotNull Instant now) {}
}
