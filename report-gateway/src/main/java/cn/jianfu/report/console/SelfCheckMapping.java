package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.group.SelfCheckList;
import cn.jianfu.report.scope.UnitScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the items of a page from a unit's list and what this platform knows of its groups.
 *
 * @param reach of the reader: a group outside of it is not named
 */
record SelfCheckMapping(
    Names names, UnitScope reach, List<GroupLine> groups, List<FindingView> findings) {

  private static final Set<String> ENDS = Set.of("DISSOLVE", "MERGE");

  List<SelfCheckItem> items(SelfCheckList list) {
    var called = new HashMap<String, String>();
    groups.forEach(group -> called.put(group.groupId(), group.name()));
    list.items().forEach(item -> called.put(item.groupId(), item.name()));
    return list.items().stream().map(item -> item(list, item, called)).toList();
  }

  private SelfCheckItem item(
      SelfCheckList list, SelfCheckList.Item item, Map<String, String> called) {
    var refused = list.problems().get(item.groupId());
    return new SelfCheckItem(
        item.groupId(),
        item.name(),
        names.unit(list.unit()),
        item.suggested(),
        target(item.mergeInto(), called),
        item.because().stream().map(rule -> why(rule, item.groupId())).toList(),
        item.answer(),
        item.decided(),
        target(item.decidedMergeInto(), called),
        item.reason(),
        item.answeredOn(),
        refused == null ? null : refused.sentence(),
        others(list, item));
  }

  private SelfCheckItem.@Nullable Target target(@Nullable String id, Map<String, String> called) {
    if (id == null) {
      return null;
    }
    String unit = id.substring(0, Math.max(0, id.indexOf('/')));
    return new SelfCheckItem.Target(id, reach.reaches(unit) ? called.getOrDefault(id, id) : null);
  }

  private SelfCheckItem.Why why(String rule, String group) {
    var name = names.rule(rule);
    var found =
        findings.stream()
            .filter(it -> it.rule().equals(rule) && it.groups().contains(group))
            .map(it -> new Words(it.reasonZh(), it.reasonEn()).after(name))
            .findFirst();
    return new SelfCheckItem.Why(rule, name, found.orElse(null));
  }

  /** What is decided to end can take nobody in. */
  private static List<SelfCheckItem.Target> others(SelfCheckList list, SelfCheckList.Item item) {
    return list.items().stream()
        .filter(other -> !other.groupId().equals(item.groupId()))
        .filter(other -> other.decided() == null || !ENDS.contains(other.decided()))
        .map(other -> new SelfCheckItem.Target(other.groupId(), other.name()))
        .toList();
  }
}
