package cn.jianfu.group.detection;

import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The groups that are looked at, by id.
 *
 * @param live those that still exist for their members
 * @param ended those that have ended
 */
record GroupsInView(Map<String, WorkGroup> live, Map<String, WorkGroup> ended) {

  GroupsInView() {
    this(new HashMap<>(), new HashMap<>());
  }

  /** What was declared in error never was a group that a rule could be about. */
  void add(Stored<WorkGroup> stored) {
    add(stored.state());
  }

  void add(WorkGroup group) {
    if (!(group instanceof WorkGroup.Withdrawn)) {
      (group.state().isLive() ? live : ended).put(group.id().text(), group);
    }
  }

  boolean has(String id) {
    return live.containsKey(id) || ended.containsKey(id);
  }

  Set<String> ids() {
    Set<String> ids = new HashSet<>(live.keySet());
    ids.addAll(ended.keySet());
    return ids;
  }
}
