package cn.jianfu.report.console;

import cn.jianfu.report.compliance.Overview;
import cn.jianfu.report.compliance.TownSummary;
import cn.jianfu.report.compliance.domain.Change;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the overview from what the read side knows of the towns. */
final class OverviewMapping {

  private OverviewMapping() {}

  static OverviewPage page(Overview overview, OverviewQuery asked, Names names, Instant now) {
    var counts = new EnumMap<Band, Integer>(Band.class);
    overview
        .counts()
        .forEach((band, count) -> counts.merge(band(band), count.intValue(), Integer::sum));
    var chosen =
        overview.towns().stream()
            .filter(town -> asked.band() == null || band(town.row().band()) == asked.band())
            .toList();
    var paging = Paging.of(asked.page(), OverviewPage.ROWS, chosen.size());
    var shown = chosen.stream().skip(paging.offset()).limit(paging.size()).toList();
    return new OverviewPage(
        now,
        overview.ruleSet(),
        counts,
        asked.band(),
        shown.stream().map(OverviewMapping::row).toList(),
        paging,
        HeatMapping.of(shown, names));
  }

  static TownRow row(TownSummary town) {
    var row = town.row();
    var withdrawn = row.withdrawn();
    return new TownRow(
        town.code(),
        new Words(town.name(), town.nameEn()),
        band(row.band()),
        band(row.band()) == Band.NO_DATA ? null : number(row.effective()),
        number(row.delta()),
        number(row.coverage()),
        numbers(town.spark()),
        open(row.openFindings(), "B"),
        open(row.openFindings(), "M"),
        open(row.openFindings(), "m"),
        changes(row.changes()),
        withdrawn == null ? 0 : withdrawn.total(),
        withdrawn == null ? null : withdrawn.latestOn(),
        town.updatedAt(),
        town.version());
  }

  static Band band(cn.jianfu.report.compliance.domain.Band band) {
    return switch (band) {
      case GREEN -> Band.GOOD;
      case YELLOW -> Band.ATTENTION;
      case RED -> Band.ACTION;
      case GREY -> Band.NO_DATA;
    };
  }

  static @Nullable Double number(@Nullable BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }

  private static List<@Nullable Double> numbers(List<@Nullable BigDecimal> values) {
    List<@Nullable Double> numbers = new ArrayList<>();
    for (var value : values) {
      numbers.add(number(value));
    }
    return numbers;
  }

  private static int open(Map<String, Long> findings, String severity) {
    return findings.getOrDefault(severity, 0L).intValue();
  }

  private static List<TownRow.Change> changes(Map<Change.What, Integer> changes) {
    return changes.entrySet().stream()
        .filter(it -> it.getValue() > 0)
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(it -> new TownRow.Change(kind(it.getKey()), it.getValue()))
        .toList();
  }

  private static String kind(Change.What what) {
    return switch (what) {
      case GROUP_DISSOLVED -> "dissolved";
      case GROUP_MERGED -> "merged";
      case GROUP_RESTORED -> "restored";
      case GROUP_KEPT -> "kept";
      case GROUP_DECLARED -> "declared";
      case FINDING_RAISED -> "raised";
      case FINDING_CLEARED -> "cleared";
      case FINDING_CONFIRMED -> "confirmed";
      case FINDING_DISMISSED -> "dismissed";
    };
  }
}
