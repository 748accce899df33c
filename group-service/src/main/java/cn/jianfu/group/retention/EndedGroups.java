package cn.jianfu.group.retention;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.finding.Findings;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.InPages;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Forgets who was in groups that ended long ago. A list stays for as long as a rule may look at it,
 * and while it shows that a group goes on in another: neither is a finding cleared because its
 * proof was deleted, nor is none raised.
 */
final class EndedGroups {

  private static final Logger LOG = LoggerFactory.getLogger(EndedGroups.class);

  /** Of one that changed since the detection has seen it, what it shows is not known yet. */
  private static final Bson ENDED =
      Filters.and(Filters.eq("state.live", false), Filters.ne("state.checkDue", true));

  private final AggregateStore<WorkGroup> groups;
  private final MembersOfGroups members;
  private final Findings findings;
  private final Reference reference;
  private final DistrictClock clock;
  private final Period kept;

  EndedGroups(
      AggregateStore<WorkGroup> groups,
      MembersOfGroups members,
      Findings findings,
      Reference reference,
      DistrictClock clock,
      Period kept) {
    this.groups = groups;
    this.members = members;
    this.findings = findings;
    this.reference = reference;
    this.clock = clock;
    this.kept = kept;
  }

  /** How many lists have changed. */
  Mono<Integer> forget(Origins origins) {
    LocalDate today = clock.today();
    Integer needed = LookingBack.days(today, reference.data()).orElse(null);
    if (needed == null) {
      LOG.info("members of ended groups stay while it is not known how far the rules look back");
      return Mono.just(0);
    }
    return findings
        .groupsGoneOn()
        .flatMap(shown ->
            InPages.sum(
                groups,
                ENDED,
                page -> members.forget(longEnded(page, today, needed, shown), origins)));
  }

  private List<String> longEnded(
      List<Stored<WorkGroup>> page, LocalDate today, int needed, Set<String> shown) {
    return page.stream()
        .filter(it -> isLongEnded(it.state().endedOn(today), today, needed))
        .map(Stored::id)
        .filter(id -> !shown.contains(id))
        .toList();
  }

  private boolean isLongEnded(@Nullable LocalDate endedOn, LocalDate today, int needed) {
    return endedOn != null
        && endedOn.plus(kept).isBefore(today)
        && endedOn.plusDays(needed).isBefore(today);
  }
}
