package cn.jianfu.report.inbound;

import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.compliance.TownWork;
import cn.jianfu.report.reference.Reference;
import java.util.List;
import reactor.core.publisher.Mono;

/** Rules, units, calendars, exemptions and rounds go into every town's view. */
final class WhenReferenceChangedThenComputeTowns {

  private final Reference reference;
  private final TownWork work;

  WhenReferenceChangedThenComputeTowns(Reference reference, TownWork work) {
    this.reference = reference;
    this.work = work;
  }

  Mono<Void> heard(List<InboundEvent> events) {
    return events.isEmpty() ? Mono.empty() : reference.announce().then(work.touchAll());
  }
}
