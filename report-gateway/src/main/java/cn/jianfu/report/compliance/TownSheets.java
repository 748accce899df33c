package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.CorrectedFindings;
import cn.jianfu.report.compliance.domain.FindingFact;
import cn.jianfu.report.compliance.domain.Reports;
import cn.jianfu.report.compliance.domain.TownCompliance;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.compliance.domain.Withdrawals;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.readside.ReadSide;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a town's page shows of a day. That of today is kept while the town's view stays what it was:
 * everything in it comes from the view, or from facts, which touch the view when they change.
 */
final class TownSheets {

  /** Groups and findings that are kept, at about 1 KB each. */
  private static final long MOST_LINES = 40_000;

  /** What a town weighs beside them: its metrics and its days. */
  private static final long TOWN_ALONE = 60;

  private final TownFactsReader facts;
  private final PastTowns past;
  private final TownTrends trends;
  private final Seen<Seen.Version, Sheet> seen =
      new Seen<>(
          MOST_LINES,
          sheet ->
              TOWN_ALONE
                  + sheet.groups().size()
                  + sheet.open().size()
                  + sheet.withdrawals().total()
                  + sheet.corrected().total());

  TownSheets(TownFactsReader facts, PastTowns past, TownTrends trends) {
    this.facts = facts;
    this.past = past;
    this.trends = trends;
  }

  /**
   * A day of a town, without what depends on other towns or on who looks.
   *
   * @param version of the view; 0 when none was used
   * @param updatedAt null likewise
   */
  record Sheet(
      TownCompliance compliance,
      long version,
      @Nullable Instant updatedAt,
      List<TrendPoint> trend,
      List<GroupLine> groups,
      List<Detected> open,
      Withdrawals withdrawals,
      CorrectedFindings corrected) {}

  /** As the view of that day has it; computed from the facts where there is none. */
  Mono<Sheet> ofView(ReadSide side, String town, LocalDate day) {
    return side.views()
        .versions(Filters.eq("_id", town))
        .next()
        .filter(view -> isOf(view, day))
        .flatMap(view ->
            Mono.justOrEmpty(seen.of(town, version(side, view)))
                .switchIfEmpty(Mono.defer(() -> read(side, town, day))))
        .switchIfEmpty(
            Mono.defer(() -> facts.read(side.facts(), town))
                .flatMap(known -> sheet(side, known, new Reports(known), day)));
  }

  /** A day that is over, computed from the facts as they are known now. */
  Mono<Sheet> ofPast(ReadSide side, String town, LocalDate day) {
    return past.of(side, town).flatMap(known -> sheet(side, known.facts(), known.reports(), day));
  }

  private Mono<Sheet> sheet(ReadSide side, TownFacts known, Reports reports, LocalDate day) {
    return sheet(side, known, reports, Calculator.of(known, reports, day), new Document());
  }

  /** The facts are read after the view, so that nothing is kept that is older than its view. */
  private Mono<Sheet> read(ReadSide side, String town, LocalDate day) {
    return side.views()
        .view(town)
        .filter(view -> isOf(view, day))
        .flatMap(view ->
            Mono.justOrEmpty(StoredView.compliance(view))
                .flatMap(compliance ->
                    facts
                        .read(side.facts(), town)
                        .flatMap(known -> sheet(side, known, new Reports(known), compliance, view)))
                .doOnNext(sheet -> seen.keep(town, version(side, view), sheet)));
  }

  private Mono<Sheet> sheet(
      ReadSide side, TownFacts known, Reports reports, TownCompliance compliance, Document view) {
    LocalDate day = compliance.asOf();
    return trends
        .of(side, known, reports, day, StoredView.trend(view))
        .map(trend ->
            new Sheet(
                compliance,
                StoredView.version(view),
                StoredView.updatedAt(view),
                trend,
                GroupLine.of(known, day),
                known.findings().stream()
                    .map(FindingFact::detected)
                    .filter(finding -> finding.openOn(day))
                    .toList(),
                Withdrawals.of(known, day),
                CorrectedFindings.of(known, day)));
  }

  // A view of yesterday, just after midnight, is not shown as today's.
  private static boolean isOf(Document view, LocalDate day) {
    return day.toString().equals(view.getString("day"));
  }

  private static Seen.Version version(ReadSide side, Document view) {
    return new Seen.Version(side.generation(), StoredView.version(view));
  }
}
