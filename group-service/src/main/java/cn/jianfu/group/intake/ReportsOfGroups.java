package cn.jianfu.group.intake;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.workgroup.ReportedGroups;
import cn.jianfu.group.workgroup.domain.GroupId;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/** Whether anybody has pushed members or activity of a group. */
record ReportsOfGroups(MembersOfGroups members, ActivityDays activity) implements ReportedGroups {

  @Override
  public Mono<Boolean> anyOf(GroupId group) {
    return members
        .find(group.text())
        .hasElement()
        .flatMap(any ->
            any
                ? Mono.just(true)
                : activity.countedSince(List.of(group.text()), LocalDate.EPOCH).hasElements());
  }
}
