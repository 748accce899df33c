package cn.jianfu.group.pushes;

import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.contracts.group.PushesCountedV1;
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
            .map(each ->
                new DeclinedPushesV1(
                    each.getKey(),
                    each.getValue().events(),
                    each.getValue().zh(),
                    each.getValue().en()))
            .toList(),
        tally.timed(),
        tally.lagSeconds(),
        tally.lastAt());
  }
}
