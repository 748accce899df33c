package cn.jianfu.report.console;

import cn.jianfu.report.compliance.GroupLine;
import cn.jianfu.report.finding.FindingView;
import cn.jianfu.report.group.MergePlan;
import cn.jianfu.report.group.MergesTold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the page of groups that could become one. */
final class ClusterMapping {

  private static final Comparator<ClusterPage.Crossing> MOST_SHARED_FIRST =
      Comparator.comparing(
              ClusterPage.Crossing::share, Comparator.nullsFirst(Comparator.<Double>naturalOrder()))
          .reversed()
          .thenComparing(ClusterPage.Crossing::finding);

  private ClusterMapping() {}

  /** What is asked for, of a town with these groups and open findings. */
  record Known(ClusterQuery asked, List<GroupLine> groups, List<FindingView> open, Names names) {}

  static ClusterPage page(MergesTold told, Known known) {
    return switch (told) {
      case MergesTold.Known(var plans, boolean more) ->
          page(known, null, null, clusters(plans, known.names()), more);
      case MergesTold.Declined(var why) -> page(known, "clusters.declined", why, List.of(), false);
      case MergesTold.Nothing(var why) ->
          page(known, "clusters.nothing." + why.name(), null, List.of(), false);
    };
  }

  private static ClusterPage page(
      Known known,
      @Nullable String problem,
      @Nullable String words,
      List<ClusterPage.Cluster> clusters,
      boolean more) {
    ClusterQuery asked = known.asked();
    Names names = known.names();
    return new ClusterPage(
        asked.town(),
        names.place(asked.town()),
        asked,
        problem,
        words,
        clusters,
        more,
        asked.tries() ? List.of() : crossings(known),
        known.groups().stream()
            .filter(group -> group.state().live())
            .sorted(Comparator.comparing(GroupLine::name))
            .map(group ->
                new ClusterPage.Choice(group.groupId(), group.name(), names.unit(group.unit())))
            .toList());
  }

  private static List<ClusterPage.Crossing> crossings(Known known) {
    Map<String, String> names = new HashMap<>();
    known.groups().stream()
        .filter(group -> group.state().live())
        .forEach(group -> names.put(group.groupId(), group.name()));
    return known.open().stream()
        .filter(it -> it.rule().equals("G-OVER") && "CROSS".equals(it.evidence().get("kind")))
        .filter(it -> it.state().countsAsOpen() && !it.exempt())
        .filter(it -> it.groups().size() == 2 && names.keySet().containsAll(it.groups()))
        .map(it -> crossing(it, names))
        .sorted(MOST_SHARED_FIRST)
        .limit(ClusterPage.CROSSINGS)
        .toList();
  }

  private static ClusterPage.Crossing crossing(FindingView it, Map<String, String> names) {
    String first = it.groups().getFirst();
    String second = it.groups().getLast();
    return new ClusterPage.Crossing(
        it.findingId(),
        first,
        names.getOrDefault(first, first),
        second,
        names.getOrDefault(second, second),
        it.evidence().get("sharedMembers") instanceof Number people ? people.intValue() : null,
        it.evidence().get("jaccard") instanceof Number share ? share.doubleValue() : null);
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
