package cn.jianfu.report.finding.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Findings of a register's entry that go on as findings of the group under its platform's id: it is
 * the same group, and whoever has judged it is not asked again.
 *
 * @param formers by the id of the finding that goes on
 */
public record Successions(Map<String, List<Detected>> formers) {

  private static final String JOINED = "JOINED";

  /**
   * Those among findings.
   *
   * @param former among which the findings of entries are
   * @param goesOnAs the group that each entry goes on as
   */
  public static Successions among(
      Collection<Detected> findings, Collection<Detected> former, Map<String, String> goesOnAs) {
    if (goesOnAs.isEmpty()) {
      return new Successions(Map.of());
    }
    Map<String, List<Detected>> bySubject = new HashMap<>();
    for (Detected finding : former) {
      String into = goesOnAs.get(finding.subjectKey());
      if (into != null && isOfItsGroup(finding) && joinedOn(finding) != null) {
        bySubject
            .computeIfAbsent(finding.rule() + "\n" + into, _ -> new ArrayList<>())
            .add(finding);
      }
    }
    Map<String, List<Detected>> formers = new HashMap<>();
    for (Detected finding : findings) {
      List<Detected> its = bySubject.get(finding.rule() + "\n" + finding.subjectKey());
      if (its != null && isOfItsGroup(finding)) {
        formers.put(finding.findingId(), List.copyOf(its));
      }
    }
    return new Successions(Map.copyOf(formers));
  }

  /** Whether it can have been said of another finding what is not said of this one. */
  public List<Detected> of(Detected finding) {
    return formers.getOrDefault(finding.findingId(), List.of());
  }

  /**
   * How a finding is judged: as people said of it, or, when nobody has, as they said of the one
   * that it was before. What was said then counts from the day on which both became one.
   */
  public Handling handling(
      Detected finding, Handling own, Function<String, @Nullable Handling> handlings) {
    return own.judgements().isEmpty()
        ? of(finding).stream()
            .flatMap(former -> carried(former, handlings.apply(former.findingId())).stream())
            .max(Comparator.comparing(it -> it.getLast().at()))
            .map(said -> new Handling(own.findingId(), said, own.contests()))
            .orElse(own)
        : own;
  }

  private static Optional<List<Judgement>> carried(Detected former, @Nullable Handling handling) {
    LocalDate since = joinedOn(former);
    return since == null || handling == null || handling.standing().isEmpty()
        ? Optional.empty()
        : Optional.of(
            handling.judgements().stream()
                .map(it -> it.carried(former.findingId(), since))
                .toList());
  }

  /** Whether it is about one group, whose id is its subject. */
  private static boolean isOfItsGroup(Detected finding) {
    return finding.groups().equals(List.of(finding.subjectKey()));
  }

  private static @Nullable LocalDate joinedOn(Detected finding) {
    Run last = finding.runs().getLast();
    return JOINED.equals(last.clearedWhy()) ? last.clearedOn() : null;
  }
}
