package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.compliance.domain.Metric.MeasuredIn;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What the platform itself asks of a town: M61. */
final class BurdenMetrics {

  /** A month that is as long on every day, so that days can be compared. */
  private static final int DAYS = 30;

  /**
   * The first did not know of imports, and forgot what was typed about groups that never were; the
   * second did not know of statements on secrecy.
   */
  private static final int FORMULA = 3;

  private BurdenMetrics() {}

  /**
   * 平台自身负担: what people of the town had to type, next to what they agreed to with one click and
   * what systems sent without them.
   */
  static Metric m61(Day day) {
    LocalDate to = day.date();
    LocalDate from = to.minusDays(DAYS - 1L);
    TownFacts facts = day.facts();
    long filledIn = handwork(facts, Handwork.FILLED_IN, from, to);
    long decided = handwork(facts, Handwork.DECIDED, from, to);
    long answered =
        facts.selfChecks().stream().mapToLong(it -> it.contestedBetween(from, to)).sum();
    long agreed = facts.selfChecks().stream().mapToLong(it -> it.agreedBetween(from, to)).sum();
    long contests = contests(facts, from, to);
    long imports = typed(facts, TypedFact.Kind.IMPORT, from, to);
    long secrecy = typed(facts, TypedFact.Kind.SECRECY, from, to);
    return Metric.count(
            "M61",
            to,
            MeasuredIn.ITEMS,
            filledIn + decided + answered + contests + imports + secrecy)
        .byFormula(FORMULA)
        .since(from)
        .leavingOut(0, facts.selfChecks().stream().mapToLong(SelfCheckFact::undated).sum())
        .with("typed.groups", filledIn)
        .with("typed.decisions", decided)
        .with("typed.selfCheck", answered)
        .with("typed.contests", contests)
        .with("typed.imports", imports)
        .with("typed.secrecy", secrecy)
        .with("prefilled.agreed", agreed)
        .with("prefilled.answered", agreed + answered)
        .with("pushed.events", facts.pushed(from, to).events());
  }

  private static long handwork(TownFacts facts, Handwork kind, LocalDate from, LocalDate to) {
    return Stream.concat(facts.groups().stream(), facts.neverWas().stream())
        .flatMap(group -> group.handwork().subMap(from, true, to, true).values().stream())
        .filter(done -> done.contains(kind))
        .count();
  }

  /** Of registers that is what was to be said about them: what they say themselves was a file. */
  private static long typed(TownFacts facts, TypedFact.Kind kind, LocalDate from, LocalDate to) {
    return facts.typed().stream()
        .filter(it -> it.kind() == kind)
        .mapToLong(it -> it.between(from, to))
        .sum();
  }

  private static long contests(TownFacts facts, LocalDate from, LocalDate to) {
    return facts.findings().stream()
        .flatMap(finding -> finding.handling().contests().stream())
        .filter(contest -> !contest.on().isBefore(from) && !contest.on().isAfter(to))
        .count();
  }
}
