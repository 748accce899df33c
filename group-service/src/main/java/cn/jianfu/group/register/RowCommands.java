package cn.jianfu.group.register;

import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What a row of a register asks of its group. */
final class RowCommands {

  private RowCommands() {}

  /**
   * The commands in order.
   *
   * @param on the day on which the register was sent
   */
  static List<WorkGroupCommand> of(PlannedRow row, LocalDate on) {
    GroupId id = GroupId.parse(Objects.requireNonNull(row.groupId()));
    WorkGroupCommand said =
        new WorkGroupCommand.Complete(id, Objects.requireNonNull(row.town()), row.facts(), on);
    if (row.filingNo() == null) {
      return List.of(said);
    }
    LocalDate filedOn = row.filedOn() == null ? on : row.filedOn();
    return List.of(said, new WorkGroupCommand.File(row.filingNo(), filedOn));
  }
}
