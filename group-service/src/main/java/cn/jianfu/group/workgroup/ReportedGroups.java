package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.GroupId;
import reactor.core.publisher.Mono;

/** Whether members or activity of a group were ever reported. */
public interface ReportedGroups {

  Mono<Boolean> anyOf(GroupId group);
}
