package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.Exemption;
import cn.jianfu.group.register.domain.ImportKey;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Groups that a register listed before their platform's id appeared: each is in the list twice, and
 * is one. The one under the platform's id goes on, for all further reports come there; it takes
 * over what only the register said, and what was decided.
 */
final class Joins {

  /** One group, as its register lists it and under its platform's id. */
  record Twins(WorkGroup listed, WorkGroup known) {}

  private final LocalDate day;

  Joins(LocalDate day) {
    this.day = day;
  }

  /**
   * Pairs of which there is no doubt: of one unit, on one platform, of one name, and only these
   * two. A group that somebody exempted by its id stays, since the exemption would not go along.
   */
  List<Twins> among(Collection<WorkGroup> live, Collection<Exemption> exemptions) {
    Set<String> exempt =
        exemptions.stream()
            .filter(it -> !day.isAfter(it.to()))
            .map(Exemption::scope)
            .filter(Exemption.Scope.Group.class::isInstance)
            .map(scope -> ((Exemption.Scope.Group) scope).groupId())
            .collect(Collectors.toSet());
    Map<String, List<WorkGroup>> byName = new HashMap<>();
    for (WorkGroup group : live) {
      if (group.isDeclared() && group.state().isLive()) {
        byName.computeIfAbsent(nameKey(group), _ -> new ArrayList<>()).add(group);
      }
    }
    return byName.values().stream()
        .filter(alike -> alike.size() == 2)
        .map(Joins::twins)
        .filter(twins -> isListedOnly(twins.listed()) && !isListed(twins.known()))
        .filter(twins -> !exempt.contains(twins.listed().id().text()))
        .toList();
  }

  private static String nameKey(WorkGroup group) {
    return group.id().unit()
        + "/"
        + group.id().platform()
        + "/"
        + ImportKey.of(group.id().unit(), group.profile().facts().name());
  }

  private static Twins twins(List<WorkGroup> two) {
    return isListed(two.getFirst())
        ? new Twins(two.getFirst(), two.getLast())
        : new Twins(two.getLast(), two.getFirst());
  }

  private static boolean isListed(WorkGroup group) {
    return ImportKey.isOne(group.id().externalId());
  }

  /** What was reported under the register's key would not go along. */
  private static boolean isListedOnly(WorkGroup group) {
    return isListed(group) && group.profile().usedSince() == null;
  }

  WorkGroupCommand takeOver(Twins twins) {
    return new WorkGroupCommand.TakeOver(twins.listed(), day);
  }

  WorkGroupCommand join(Twins twins) {
    return new WorkGroupCommand.Join(twins.known().id(), day);
  }
}
