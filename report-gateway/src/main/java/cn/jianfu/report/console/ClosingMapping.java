package cn.jianfu.report.console;

import static cn.jianfu.report.console.OverviewMapping.number;

import cn.jianfu.report.closing.domain.Difference;
import cn.jianfu.report.closing.domain.Figures;
import cn.jianfu.report.closing.domain.Revision;
import cn.jianfu.report.compliance.TownHistory;
import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.metric.MetricCatalogue;
import cn.jianfu.report.metric.MetricDefinition;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the closing of a day, and what was corrected since, before people. */
final class ClosingMapping {

  private final MetricCatalogue catalogue;

  ClosingMapping(MetricCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Null for a day that was not closed. */
  @Nullable ClosedDay known(TownHistory.Kept kept) {
    TownHistory.Closing closing = kept.closing();
    Revision revision = kept.revision();
    return closing == null
        ? null
        : new ClosedDay(
            closing.closedAt(),
            closing.late(),
            false,
            List.of(),
            revision == null
                ? List.of()
                : revision.differences().stream().map(this::correction).toList());
  }

  static ClosedDay then(TownHistory.Shown shown) {
    Map<String, Long> open = shown.town().compliance().openFindings();
    return new ClosedDay(
        shown.closedAt(),
        shown.late(),
        true,
        Arrays.stream(Severity.values())
            .sorted(Comparator.reverseOrder())
            .map(Severity::code)
            .map(code -> new ClosedDay.Open(code, open.getOrDefault(code, 0L)))
            .toList(),
        List.of());
  }

  private ClosedDay.Correction correction(Difference difference) {
    Optional<MetricDefinition> metric = catalogue.find(difference.what());
    boolean band = difference.what().equals("band");
    return new ClosedDay.Correction(
        difference.what(),
        metric.map(it -> new Words(it.nameZh(), it.nameEn())).orElse(null),
        metric.map(it -> it.unit().name()).orElseGet(() -> measure(difference.what())),
        figure(difference.then(), band),
        figure(difference.now(), band));
  }

  private static String measure(String what) {
    return switch (what) {
      case "band" -> "BAND";
      case "ruleSet", "formula" -> "TEXT";
      case "coverage" -> "RATIO";
      case "effective", "raw" -> "SCORE";
      default -> "COUNT";
    };
  }

  private static ClosedDay.Figure figure(Figures known, boolean band) {
    return new ClosedDay.Figure(
        band ? OverviewMapping.band(Band.valueOf(bandOf(known))).key() : known.text(),
        number(known.value()),
        known.numerator(),
        known.denominator(),
        known.excluded(),
        known.unknown());
  }

  private static String bandOf(Figures known) {
    return Objects.requireNonNull(known.text());
  }
}
