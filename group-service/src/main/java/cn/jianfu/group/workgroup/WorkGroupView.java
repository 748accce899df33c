package cn.jianfu.group.workgroup;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.group.workgroup.domain.Refusal;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;

/**
 * A group as clients see it: as it is published, with its version.
 *
 * @param version for If-Match
 */
record WorkGroupView(@JsonUnwrapped WorkGroupV1 group, long version) {

  /** The group after an order; to a repeat, the group as it was then. */
  static WorkGroupView of(Followed followed) {
    return followed instanceof Followed.Decided(Outcome.Repeated<WorkGroup, Refusal> again, _)
            && again.result() != null
        ? kept(again.result(), again.version())
        : of(followed.group());
  }

  private static WorkGroupView kept(String published, long version) {
    byte[] json = published.getBytes(StandardCharsets.UTF_8);
    return new WorkGroupView(EventJson.read(json, WorkGroupV1.class), version);
  }

  static WorkGroupView of(Stored<WorkGroup> stored) {
    return new WorkGroupView(WorkGroupPublication.group(stored.state()), stored.version());
  }
}
