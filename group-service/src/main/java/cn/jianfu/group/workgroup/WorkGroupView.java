package cn.jianfu.group.workgroup;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A group as clients see it: as it is published, with its version.
 *
 * @param version for If-Match
 */
record WorkGroupView(@JsonUnwrapped WorkGroupV1 group, long version) {

  static WorkGroupView of(Stored<WorkGroup> stored) {
    return new WorkGroupView(WorkGroupPublication.group(stored.state()), stored.version());
  }
}
