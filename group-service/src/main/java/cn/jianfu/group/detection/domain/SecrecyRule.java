package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * G-SECRET: no yearly word on secrecy, and incidents that are not put right. A town answers for all
 * of its units that say nothing of their own, in one finding: asking each of them would be a burden
 * of its own.
 */
final class SecrecyRule {

  private final RuleScan scan;
  private final SecrecyBook book;
  private final int validDays;
  private final int graceDays;

  private SecrecyRule(RuleScan scan) {
    this.scan = scan;
    this.book = scan.input().secrecy();
    this.validDays = scan.thresholds().wholeNumber("secret.statementDays");
    this.graceDays = scan.thresholds().wholeNumber("secret.graceDays");
  }

  static void apply(RuleScan scan) {
    SecrecyRule rule = new SecrecyRule(scan);
    scan.liveGroups().stream()
        .filter(group -> group.declaredOn() != null)
        .collect(Collectors.groupingBy(GroupFacts::town, TreeMap::new, Collectors.toList()))
        .forEach(rule::judge);
    rule.book.incidents().forEach(rule::report);
  }

  private void judge(String town, List<GroupFacts> groups) {
    boolean isExempt = scan.exempts(town, town);
    if (!isExempt) {
      scan.exposed(town);
    }
    List<Word> overdue =
        groups.stream().collect(Collectors.groupingBy(GroupFacts::unit)).entrySet().stream()
            .map(unit -> word(unit, town))
            .filter(word -> word.dueOn().plusDays(graceDays).isBefore(scan.day()))
            .sorted(Comparator.comparing(Word::dueOn).thenComparing(Word::unit))
            .toList();
    if (!overdue.isEmpty()) {
      Word first = overdue.getFirst();
      Evidence evidence =
          Evidence.builder()
              .word("kind", first.statedOn() == null ? "NO_STATEMENT" : "STATEMENT_EXPIRED")
              .day("statedOn", first.statedOn())
              .day("statementDueOn", first.dueOn())
              .number("units", overdue.size())
              .limit("graceDays", graceDays)
              .build();
      scan.found(isExempt, town, town, town, List.of(), 0, evidence);
    }
  }

  /** A unit's latest word, and when the next is due. */
  private record Word(String unit, @Nullable LocalDate statedOn, LocalDate dueOn) {}

  private Word word(Map.Entry<String, List<GroupFacts>> unit, String town) {
    LocalDate statedOn = book.statedFor(unit.getKey(), town);
    LocalDate dueOn =
        statedOn == null
            ? unit.getValue().stream()
                .map(group -> Objects.requireNonNull(group.declaredOn()))
                .min(LocalDate::compareTo)
                .orElseThrow()
            : statedOn.plusDays(validDays);
    return new Word(unit.getKey(), statedOn, dueOn);
  }

  private void report(SecrecyBook.OpenIncident incident) {
    Evidence evidence =
        Evidence.builder().word("kind", "INCIDENT").day("foundOn", incident.foundOn()).build();
    // Nothing exempts from putting it right.
    scan.found(
        false,
        SecrecyBook.subjectOf(incident.unit(), incident.id()),
        incident.unit(),
        incident.town(),
        incident.group() == null ? List.of() : List.of(incident.group()),
        1,
        evidence);
  }
}
