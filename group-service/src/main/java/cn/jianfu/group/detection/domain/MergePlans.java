package cn.jianfu.group.detection.domain;

import cn.jianfu.group.detection.domain.MergePlan.Part;
import cn.jianfu.group.detection.domain.MergePlan.Shared;
import cn.jianfu.group.detection.domain.SuggestedDecision.Keep;
import cn.jianfu.group.detection.domain.SuggestedDecision.Merge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out what merges would give, from members and counters. */
public final class MergePlans {

  /** Of more groups than these, only what each shares with the target can still be read. */
  private static final int COMPARED_WITH_EACH_OTHER = 30;

  private final Overlaps members;
  private final Map<String, ActivityFacts> activity;
  private final WorkingTime workingTime;
  private final Weeks weeks;
  private final @Nullable Integer limit;

  /**
   * @param members of the groups that are asked about
   * @param day the load is that of the weeks before it
   */
  public MergePlans(
      Overlaps members,
      Map<String, ActivityFacts> activity,
      WorkingTime workingTime,
      Thresholds thresholds,
      LocalDate day) {
    this.members = members;
    this.activity = activity;
    this.workingTime = workingTime;
    this.weeks = Weeks.before(day, Math.max(7, thresholds.days("counters.windowDays")));
    int most = thresholds.days("group.msgsPerDay");
    this.limit = most == 0 ? null : most;
  }

  /**
   * The merges that are proposed and that nobody has decided yet, by the id of the group that would
   * go on.
   */
  public List<MergePlan> proposed(
      Collection<GroupFacts> groups,
      Map<String, SuggestedDecision> decisions,
      UnaryOperator<String> townOf) {
    Set<String> open =
        groups.stream().filter(GroupFacts::goesOn).map(GroupFacts::id).collect(Collectors.toSet());
    TreeMap<String, TreeSet<String>> into = new TreeMap<>();
    decisions.forEach((group, decision) -> {
      if (decision instanceof Merge merge && open.contains(group)) {
        into.computeIfAbsent(merge.target(), _ -> new TreeSet<>()).add(group);
      }
    });
    List<MergePlan> plans = new ArrayList<>();
    into.forEach((target, others) -> {
      List<String> because =
          decisions.get(target) instanceof Keep(var reasons) ? reasons : List.of();
      plans.add(of(townOf.apply(target), target, others, because));
    });
    return plans;
  }

  /** What it would give if these groups went on as the target; nothing is proposed by it. */
  public MergePlan of(String town, String target, Collection<String> others) {
    return of(town, target, new TreeSet<>(others), List.of());
  }

  private MergePlan of(String town, String target, SortedSet<String> others, List<String> because) {
    List<String> all = new ArrayList<>();
    all.add(target);
    all.addAll(others);
    List<Part> parts = all.stream().map(this::part).toList();
    return new MergePlan(town, target, parts, shared(all), because, result(all, parts));
  }

  private Part part(String group) {
    Overlaps.Shared own = members.shared(group, group);
    return new Part(
        group,
        own == null ? null : own.both(),
        MessageLoad.perWorkday(activity.get(group), weeks, workingTime));
  }

  private List<Shared> shared(List<String> all) {
    List<Shared> pairs = new ArrayList<>();
    int firsts = all.size() > COMPARED_WITH_EACH_OTHER ? 1 : all.size();
    for (int i = 0; i < firsts; i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Overlaps.Shared both = members.shared(all.get(i), all.get(j));
        if (both != null && both.both() > 0) {
          pairs.add(new Shared(all.get(i), all.get(j), both.both()));
        }
      }
    }
    return pairs;
  }

  private MergePlan.Result result(List<String> all, List<Part> parts) {
    Integer together = members.together(all);
    Integer before = sum(parts, Part::members);
    Integer inTarget = parts.getFirst().members();
    return new MergePlan.Result(
        together,
        together == null || inTarget == null ? null : together - inTarget,
        together == null || before == null ? null : before - together,
        sum(parts, Part::messagesPerWorkday),
        limit);
  }

  /** Null when a part is unknown: less than all would look better than it is. */
  private static @Nullable Integer sum(
      List<Part> parts, Function<Part, @Nullable Integer> numberOf) {
    int sum = 0;
    for (Part part : parts) {
      Integer number = numberOf.apply(part);
      if (number == null) {
        return null;
      }
      sum += number;
    }
    return sum;
  }
}
