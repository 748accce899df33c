package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.group.MergePlan;
import cn.jianfu.report.group.MergesTold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the page of groups that could become one. */
final class ClusterMapping {

  private ClusterMapping() {}

  static ClusterPage page(
      ClusterQuery asked, MergesTold told, List<GroupLine> groups, Names names) {
    return switch (told) {
      case MergesTold.Known(var plans, boolean more) ->
          page(asked, null, null, clusters(plans, names), more, groups, names);
      case MergesTold.Declined(var why) ->
          page(asked, "clusters.declined", why, List.of(), false, groups, names);
      case MergesTold.Nothing(var why) ->
          page(asked, "clusters.nothing." + why.name(), null, List.of(), false, groups, names);
    };
  }

  private static ClusterPage page(
      ClusterQuery asked,
      @Nullable String problem,
      @Nullable String words,
      List<ClusterPage.Cluster> clusters,
      boolean more,
      List<GroupLine> groups,
      Names names) {
    return new ClusterPage(
        asked.town(),
        names.unit(asked.town()),
        asked,
        problem,
        words,
        clusters,
        more,
        groups.stream()
            .filter(group -> group.state().live())
            .sorted(Comparator.comparing(GroupLine::name))
            .map(group ->
                new ClusterPage.Choice(group.groupId(), group.name(), names.unit(group.unit())))
            .toList());
  }

  /** What saves most comes first. */
  private static List<ClusterPage.Cluster> clusters(List<MergePlan> plans, Names names) {
    return plans.stream()
        .sorted(
            Comparator.<MergePlan>comparingInt(plan -> -plan.groups().size())
                .thenComparing(MergePlan::target))
        .map(plan -> cluster(plan, names))
        .toList();
  }

  private static ClusterPage.Cluster cluster(MergePlan plan, Names names) {
    List<ClusterPage.Part> parts = new ArrayList<>();
    for (MergePlan.Part it : plan.groups()) {
      parts.add(
          new ClusterPage.Part(
              parts.size() + 1,
              it.groupId(),
              it.name(),
              names.unit(it.unit()),
              it.members(),
              it.messagesPerWorkday()));
    }
    return new ClusterPage.Cluster(
        parts,
        plan.because().stream()
            .map(rule -> new ClusterPage.Because(rule, names.rule(rule)))
            .toList(),
        new ClusterPage.Result(
            plan.members(),
            plan.newcomers(),
            plan.membershipsSaved(),
            plan.messagesPerWorkday(),
            plan.messagesLimit(),
            plan.floods()),
        ClusterDrawing.of(
            plan.groups().stream()
                .map(it -> new ClusterDrawing.Node(it.groupId(), it.name(), it.members()))
                .toList(),
            plan.shared().stream()
                .map(it -> new ClusterDrawing.Edge(it.first(), it.second(), it.members()))
                .toList()));
  }
}
