package cn.jianfu.report.console;

import cn.jianfu.report.compliance.TownSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the heat map of rules and towns from what the score is made of. */
final class HeatMapping {

  private HeatMapping() {}

  private record Count(long violations, long exposure) {}

  /** Null when no rule applies anywhere yet. */
  static @Nullable HeatMap of(List<TownSummary> towns, Names names) {
    var counts = new HashMap<String, Map<String, Count>>();
    for (var town : towns) {
      for (var cell : town.row().rules()) {
        counts
            .computeIfAbsent(cell.rule(), rule -> new HashMap<>())
            .put(town.code(), new Count(cell.violations(), cell.exposure()));
      }
    }
    var rows = new ArrayList<HeatMap.Row>();
    for (var rule : names.rules()) {
      var known = counts.get(rule.value());
      if (known != null) {
        rows.add(row(rule, known, towns, names));
      }
    }
    if (rows.isEmpty()) {
      return null;
    }
    var heads =
        towns.stream().map(it -> new HeatMap.Town(it.code(), new Words(it.name(), it.nameEn())));
    return new HeatMap(heads.toList(), rows);
  }

  private static HeatMap.Row row(
      FindingsPage.Choice rule, Map<String, Count> known, List<TownSummary> towns, Names names) {
    var cells = towns.stream().map(town -> cell(town, known.get(town.code()))).toList();
    return new HeatMap.Row(rule.value(), rule.name(), names.severity(rule.value()), cells);
  }

  private static HeatMap.Cell cell(TownSummary town, @Nullable Count count) {
    if (count != null && count.exposure() > 0) {
      double share = (double) count.violations() / count.exposure();
      return new HeatMap.Cell(town.code(), HeatMap.Known.KNOWN, (int) count.violations(), share);
    }
    boolean silent = OverviewMapping.band(town.row().band()) == Band.NO_DATA;
    var known = silent ? HeatMap.Known.UNKNOWN : HeatMap.Known.NOT_APPLICABLE;
    return new HeatMap.Cell(town.code(), known, null, null);
  }
}
