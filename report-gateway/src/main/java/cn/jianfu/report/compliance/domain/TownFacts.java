package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.reference.domain.District;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that a town's compliance is made of. The order in which it was learnt is not in it.
 *
 * @param neverWas what was declared in error, or is another of the groups, and counts on no day;
 *     what people typed about it was typed all the same
 * @param mistaken what had been found about it, or about what was reported in error
 */
public record TownFacts(
    String town,
    District district,
    List<GroupFact> groups,
    List<FindingFact> findings,
    List<LoadFact> loads,
    List<PushFact> pushes,
    List<SelfCheckFact> selfChecks,
    List<TypedFact> typed,
    List<GroupFact> neverWas,
    List<FindingFact> mistaken) {

  public TownFacts(
      String town,
      District district,
      List<GroupFact> groups,
      List<FindingFact> findings,
      List<LoadFact> loads,
      List<PushFact> pushes,
      List<SelfCheckFact> selfChecks,
      List<TypedFact> typed) {
    this(town, district, groups, findings, loads, pushes, selfChecks, typed, List.of());
  }

  /** What is known of a town, those groups included that never were. */
  public TownFacts(
      String town,
      District district,
      List<GroupFact> groups,
      List<FindingFact> findings,
      List<LoadFact> loads,
      List<PushFact> pushes,
      List<SelfCheckFact> selfChecks,
      List<TypedFact> typed,
      List<FindingFact> mistaken) {
    this(
        town,
        district,
        groups.stream().filter(group -> !group.withdrawn()).toList(),
        findings,
        loads,
        pushes,
        selfChecks,
        typed,
        groups.stream().filter(GroupFact::withdrawn).toList(),
        mistaken);
  }

  public TownFacts {
    groups = sorted(groups);
    neverWas = sorted(neverWas);
    typed =
        typed.stream()
            .sorted(Comparator.comparing(TypedFact::kind).thenComparing(TypedFact::id))
            .toList();
    findings = inOrder(findings);
    mistaken = inOrder(mistaken);
    loads =
        loads.stream()
            .sorted(Comparator.comparing(LoadFact::unit).thenComparing(LoadFact::wholeTown))
            .toList();
    pushes =
        pushes.stream()
            .sorted(
                Comparator.comparing(PushFact::unit)
                    .thenComparing(PushFact::source)
                    .thenComparing(PushFact::firstDay))
            .toList();
    selfChecks =
        selfChecks.stream()
            .sorted(Comparator.comparing(SelfCheckFact::round).thenComparing(SelfCheckFact::unit))
            .toList();
  }

  /** The same town, where other rules found and judged something else. */
  TownFacts with(District others, List<FindingFact> found, List<LoadFact> judged) {
    return new TownFacts(
        town, others, groups, found, judged, pushes, selfChecks, typed, neverWas, mistaken);
  }

  private static List<FindingFact> inOrder(List<FindingFact> findings) {
    return findings.stream()
        .sorted(Comparator.comparing(finding -> finding.detected().findingId()))
        .toList();
  }

  private static List<GroupFact> sorted(List<GroupFact> groups) {
    return groups.stream().sorted(Comparator.comparing(GroupFact::groupId)).toList();
  }

  /** What became of everything that was pushed on these days, the last one included. */
  PushFact.OnDay pushed(LocalDate from, LocalDate to) {
    return pushes.stream()
        .map(source -> source.between(from, to))
        .reduce(PushFact.OnDay.NOTHING, PushFact.OnDay::plus);
  }

  /** How many groups were known by the end of that day, those included that had ended. */
  public long groupsKnownBy(LocalDate day) {
    return groups.stream().filter(group -> group.stateOn(day).isPresent()).count();
  }

  /** The groups that were live at the end of that day. */
  List<GroupFact> liveOn(LocalDate day) {
    return groups.stream().filter(group -> group.liveOn(day)).toList();
  }

  /** The groups that were live at any time on that day. */
  List<GroupFact> liveDuring(LocalDate day) {
    return groups.stream().filter(group -> group.liveDuring(day)).toList();
  }

  /** How many findings about each group held on that day. */
  public Map<String, Long> openFindingsByGroup(LocalDate day) {
    return findings.stream()
        .map(FindingFact::detected)
        .filter(finding -> finding.openOn(day))
        .flatMap(finding -> finding.groups().stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /**
   * Whether a detector had looked at the town by that day: it has summarised what its rules could
   * apply to, or has found something. Before that, no finding means that nobody looked.
   */
  boolean examinedBy(LocalDate day) {
    return townLoadOn(day).isPresent()
        || findings.stream().anyMatch(finding -> finding.detected().runOn(day).isPresent());
  }

  /** Whether anything at all is known of the town's groups on that day. */
  boolean knownOn(LocalDate day) {
    return groups.stream().anyMatch(group -> group.stateOn(day).isPresent());
  }

  /** The summary of the whole town on that day. */
  Optional<LoadFact.Summary> townLoadOn(LocalDate day) {
    return loads.stream().filter(LoadFact::wholeTown).findFirst().flatMap(load -> load.on(day));
  }
}
