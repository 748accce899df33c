package cn.jianfu.report.console;

import cn.jianfu.report.compliance.TownLoad;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The loads of a town; of one without data there are none. */
final class SampleLoads {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private SampleLoads() {}

  static LoadPage of(TownRow town, @Nullable LocalDate asOf) {
    boolean known = town.band() != Band.NO_DATA;
    return LoadMapping.page(
        new TownLoad(
            town.code(),
            town.name().zh(),
            town.name().en(),
            asOf == null ? TODAY : asOf,
            known ? TODAY : null,
            10,
            20,
            known ? load(398, "3.66", 7, 21, Map.of(1, 120, 4, 200, 7, 70, 12, 7, 21, 1)) : null,
            known
                ? List.of(
                    new TownLoad.UnitLoad(
                        "350213101901",
                        "新店镇党政办",
                        "Xindian Party and Government Office",
                        load(12, "8.50", 12, 21, Map.of(4, 3, 7, 6, 12, 2, 21, 1))),
                    new TownLoad.UnitLoad(
                        "350213101201",
                        "洪前社区",
                        "Hongqian Community",
                        load(30, "2.20", 4, 7, Map.of(1, 18, 4, 11, 7, 1))))
                : List.of(),
            known ? 2 : 0),
        TODAY);
  }

  private static TownLoad.Load load(
      long people, String mean, int p90, int max, Map<Integer, Integer> persons) {
    NavigableMap<Integer, Integer> sorted = new TreeMap<>(persons);
    return new TownLoad.Load(people, new BigDecimal(mean), p90, max, sorted);
  }
}
