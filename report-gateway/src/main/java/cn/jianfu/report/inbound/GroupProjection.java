package cn.jianfu.report.inbound;

import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.compliance.TownWork;
import cn.jianfu.report.readside.ReadSides;
import java.util.List;
import reactor.core.publisher.Mono;

/** Makes facts of what the group-service says: facts first, then the mark, then the offset. */
final class GroupProjection {

  private final ReadSides readSides;
  private final TownWork work;

  GroupProjection(ReadSides readSides, TownWork work) {
    this.readSides = readSides;
    this.work = work;
  }

  Mono<Void> heard(List<InboundEvent> events) {
    return readSides.apply(events).doOnNext(work::touched).then();
  }
}
