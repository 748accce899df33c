package cn.jianfu.group.retention;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.RetentionProperties;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.web.security.Caller;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows for how long people are known, and that time takes them out. */
@RestController
@RequestMapping("/api/v1/people/retention")
class RetentionEndpoint {

  private final RetentionLog log;
  private final RetentionProperties kept;
  private final Reference reference;
  private final DistrictClock clock;
  private final Access access;

  RetentionEndpoint(
      RetentionLog log,
      RetentionProperties kept,
      Reference reference,
      DistrictClock clock,
      Access access) {
    this.log = log;
    this.kept = kept;
    this.reference = reference;
    this.clock = clock;
    this.access = access;
  }

  /** The settings and the looks, the latest first; what has no number was not done. */
  @GetMapping
  Mono<RetentionView> looks(Caller caller) {
    access.mustBeDistrict(caller);
    return log.latest(RetentionLog.KEPT)
        .collectList()
        .map(items -> new RetentionView(inForce(), items));
  }

  private InForce inForce() {
    int members = RetentionProperties.days(kept.members());
    return new InForce(
        RetentionProperties.days(kept.staff()),
        members,
        LookingBack.days(clock.today(), reference.data())
            .map(needed -> Math.max(needed, members))
            .orElse(null),
        RetentionProperties.days(kept.imports()));
  }

  /** What is asked for, and what was done. */
  record RetentionView(InForce inForce, List<RetentionRecord> items) {}

  /**
   * After how many days people are forgotten.
   *
   * @param staffDays after they left
   * @param membersDays after their group has ended, as it is set
   * @param membersDaysNeeded the same with what the rules look back; absent while no rules are
   *     known
   * @param importsDays after a register that names them was imported
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InForce(
      int staffDays, int membersDays, @Nullable Integer membersDaysNeeded, int importsDays) {}
}
