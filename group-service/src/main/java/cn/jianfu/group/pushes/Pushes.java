package cn.jianfu.group.pushes;

import cn.jianfu.contracts.group.DeclinedEventV1;
import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.group.pushes.domain.DeclinedEvent;
import cn.jianfu.group.pushes.domain.PushTally;
import cn.jianfu.group.pushes.domain.PushedFrom;

/** What came from one source on one day. */
record Pushes(PushedFrom from, PushTally tally) {

  PushesCountedV1 published() {
    return new PushesCountedV1(
        from.source(),
        from.unit(),
        from.town(),
        from.day(),
        tally.accepted(),
        tally.unchanged(),
        tally.declined().entrySet().stream()
            .map(each -> published(each.getKey(), each.getValue()))
            .toList(),
        tally.timed(),
        tally.lagSeconds(),
        tally.lastAt());
  }

  private static DeclinedPushesV1 published(String reason, PushTally.Declined it) {
    return new DeclinedPushesV1(
        reason,
        it.events(),
        it.zh(),
        it.en(),
        it.latest().isEmpty() ? null : it.latest().stream().map(Pushes::published).toList());
  }

  private static DeclinedEventV1 published(DeclinedEvent it) {
    return new DeclinedEventV1(it.id(), it.type(), it.group(), it.at());
  }
}
