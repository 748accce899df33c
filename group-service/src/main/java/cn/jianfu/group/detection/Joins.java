package cn.jianfu.group.detection;

import cn.jianfu.group.detection.domain.Exemption;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.register.domain.ImportKey;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * two; the one still bears the name that its key was made of, and the other came later.
   *
   * <p>A group of which something would not go along stays: what was reported under its key, an
   * exemption by its id, another group that is to be merged into it. Two of which somebody has said
   * that they are two stay two.
   */
  List<Twins> among(Collection<WorkGroup> live, ScanInput input) {
    Set<String> awaited =
        live.stream()
            .flatMap(group -> mergingInto(group).stream())
            .collect(Collectors.toCollection(HashSet::new));
    Set<String> stays = new HashSet<>(awaited);
    stays.addAll(exempt(input.exemptions()));
    stays.addAll(input.members().keySet());
    stays.addAll(input.activity().keySet());
    return alike(live).stream()
        .filter(two -> two.size() == 2)
        .map(Joins::twins)
        .filter(twins -> isListed(twins.listed()) && !isListed(twins.known()))
        .filter(twins -> !stays.contains(twins.listed().id().text()))
        .filter(twins -> !areSaidToBeTwo(twins))
        .filter(twins -> twins.listed().profile().usedSince() == null)
        .filter(twins -> bearsItsName(twins.listed()) && cameLater(twins))
        .filter(twins -> !(awaited.contains(twins.known().id().text()) && ends(twins)))
        .toList();
  }

  /** Somebody has undone that they were made one. */
  private static boolean areSaidToBeTwo(Twins twins) {
    return twins.listed().profile().sameness().notThese().contains(twins.known().id());
  }

  private static Collection<List<WorkGroup>> alike(Collection<WorkGroup> live) {
    Map<String, List<WorkGroup>> byName = new HashMap<>();
    for (WorkGroup group : live) {
      if (group.isDeclared() && group.state().isLive()) {
        byName.computeIfAbsent(nameKey(group), _ -> new ArrayList<>()).add(group);
      }
    }
    return byName.values();
  }

  private Set<String> exempt(Collection<Exemption> exemptions) {
    return exemptions.stream()
        .filter(it -> !day.isAfter(it.to()))
        .map(Exemption::scope)
        .filter(Exemption.Scope.Group.class::isInstance)
        .map(scope -> ((Exemption.Scope.Group) scope).groupId())
        .collect(Collectors.toSet());
  }

  private static Optional<String> mergingInto(WorkGroup group) {
    return group instanceof WorkGroup.Merging it
        ? Optional.ofNullable(it.decision().mergeInto()).map(GroupId::text)
        : Optional.empty();
  }

  /** What is decided about it would end the other, too, which others are to be merged into. */
  private static boolean ends(Twins twins) {
    CleanupDecision decision = twins.listed().decision();
    return decision != null
        && decision.isOpen()
        && decision.ends()
        && !twins.known().id().equals(decision.mergeInto());
  }

  // Signs count here: 第1-1网格群 is not 第11网格群.
  private static String nameKey(WorkGroup group) {
    return group.id().unit()
        + "/"
        + group.id().platform()
        + "/"
        + ImportKey.folded(group.profile().facts().name());
  }

  private static Twins twins(List<WorkGroup> two) {
    return isListed(two.getFirst())
        ? new Twins(two.getFirst(), two.getLast())
        : new Twins(two.getLast(), two.getFirst());
  }

  private static boolean isListed(WorkGroup group) {
    return ImportKey.isOne(group.id().externalId());
  }

  /** A group that was renamed since is perhaps another's namesake. */
  private static boolean bearsItsName(WorkGroup listed) {
    String key = ImportKey.of(listed.id().unit(), listed.profile().facts().name());
    return listed.id().externalId().equals(key);
  }

  private static boolean cameLater(Twins twins) {
    LocalDate listedOn = twins.listed().profile().declaredOn();
    LocalDate knownOn = twins.known().profile().declaredOn();
    return listedOn != null && knownOn != null && !knownOn.isBefore(listedOn);
  }

  WorkGroupCommand takeOver(Twins twins) {
    return new WorkGroupCommand.TakeOver(twins.listed(), day);
  }

  WorkGroupCommand join(Twins twins) {
    return new WorkGroupCommand.Join(twins.known().id(), twins.listed(), day);
  }
}
