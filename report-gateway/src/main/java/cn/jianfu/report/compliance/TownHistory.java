package cn.jianfu.report.compliance;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.closing.DayClosings;
import cn.jianfu.report.closing.domain.DayClosing;
import cn.jianfu.report.closing.domain.Revision;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.TownCompliance;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;
import cn.jianfu.web.problem.WebProblems;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What was shown of towns on days that are over, and in what these days were corrected since. */
public final class TownHistory {

  static final ProblemType NOT_CLOSED = new ProblemType("report.not-closed-by-then", 404);

  private final DayClosings closings;
  private final Reference reference;
  private final DistrictClock clock;
  private final int windowDays;

  TownHistory(DayClosings closings, Reference reference, DistrictClock clock, int windowDays) {
    this.closings = closings;
    this.reference = reference;
    this.clock = clock;
    this.windowDays = windowDays;
  }

  /**
   * A town as it was shown.
   *
   * @param town with the result as it was closed; without a trend
   * @param late whether the closing was made up for
   */
  public record Shown(TownPage town, Instant closedAt, boolean late) {}

  /**
   * What is kept of a day.
   *
   * @param countersKept whether all counters that its numbers are made of still are; else those
   *     numbers are of what is left, and not compared
   * @param closing null for a day that was not closed, as today never is
   * @param revision in what the day as it is known now differs from its closing; null without one,
   *     and where the counters are forgotten
   */
  public record Kept(
      boolean countersKept, @Nullable Closing closing, @Nullable Revision revision) {}

  /** When a day was closed, and whether that was made up for. */
  public record Closing(Instant closedAt, boolean late) {}

  /** What is kept of a day of a town. */
  public Mono<Kept> kept(TownCompliance now) {
    boolean countersKept = isRemembered(now.asOf());
    return Mono.just(now.asOf())
        .filter(day -> day.isBefore(clock.today()))
        .flatMap(day -> closings.of(now.town(), day))
        .map(closing ->
            new Kept(
                countersKept,
                new Closing(closing.closedAt(), closing.late()),
                countersKept ? Revision.of(closing, now) : null))
        .defaultIfEmpty(new Kept(countersKept, null, null));
  }

  /**
   * What was shown at a moment: the day that was closed last by then, or that one day.
   *
   * @return empty when there is no such town; a problem when nothing was closed by then
   */
  public Mono<Shown> shown(String code, Instant knownAt, @Nullable LocalDate day) {
    mustBePast(knownAt);
    return Mono.justOrEmpty(reference.current().units().placeOrUnit(code))
        .flatMap(town ->
            closing(code, knownAt, day)
                .map(closing -> shown(town, closing))
                .switchIfEmpty(Mono.error(() -> Problem.of(NOT_CLOSED).toException())));
  }

  /** A day of a town as it was closed; empty when it was not. */
  public Mono<Shown> shownOn(String code, LocalDate day) {
    return Mono.justOrEmpty(reference.current().units().placeOrUnit(code))
        .flatMap(town -> closings.of(code, day).map(closing -> shown(town, closing)));
  }

  private Mono<DayClosing> closing(String code, Instant knownAt, @Nullable LocalDate day) {
    return day == null
        ? closings.lastBy(code, knownAt)
        : closings.of(code, day).filter(closing -> !closing.closedAt().isAfter(knownAt));
  }

  private static Shown shown(OrgUnit town, DayClosing closing) {
    return new Shown(
        new TownPage(
            town.orgCode(), town.name(), town.nameEn(), 0, null, closing.shown(), List.of()),
        closing.closedAt(),
        closing.late());
  }

  // What will have been shown is not known; and a moment before all days fits into no store.
  private void mustBePast(Instant knownAt) {
    if (knownAt.isAfter(clock.now())) {
      throw Problem.of(WebProblems.INVALID).atParameter("knownAt", "in-the-future").toException();
    }
    if (knownAt.isBefore(Instant.EPOCH)) {
      throw Problem.of(WebProblems.INVALID).atParameter("knownAt", "not-readable").toException();
    }
  }

  private boolean isRemembered(LocalDate day) {
    LocalDate oldest = YearMonth.from(clock.today().minusDays(windowDays)).atDay(1);
    return reference
        .current()
        .ruleSets()
        .inForceOn(day)
        .map(rules -> !day.minusDays(Calculator.daysLookedBack(rules)).isBefore(oldest))
        .orElse(true);
  }
}
