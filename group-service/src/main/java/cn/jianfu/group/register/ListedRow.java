package cn.jianfu.group.register;

import cn.jianfu.group.register.domain.Recognition;
import cn.jianfu.group.workgroup.GroupRequests.DeclareGroup;
import cn.jianfu.group.workgroup.GroupRequests.FileGroup;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.Platform;
import org.jspecify.annotations.Nullable;

/**
 * What one row of a register says, before it is clear which group it means.
 *
 * @param row as people see it, from 1
 * @param unit org code
 * @param externalId the platform's id of the group; null when the register has none
 * @param filing null when the register names no filing number
 * @param decision null when the register leaves open what is to become of it
 */
record ListedRow(
    int row,
    String unit,
    Platform platform,
    @Nullable String externalId,
    DeclareGroup declaration,
    @Nullable FileGroup filing,
    @Nullable ListedDecision decision) {

  Recognition.Listed listed() {
    return new Recognition.Listed(
        row,
        unit,
        declaration.name(),
        declaration.ownerName(),
        declaration.createdOn(),
        externalId);
  }

  PlannedRow of(String groupId) {
    return new PlannedRow(row, groupId, declaration, filing, null, null, null, null);
  }

  PlannedRow ofNew(String key) {
    return of(new GroupId(unit, platform, key).text());
  }
}
