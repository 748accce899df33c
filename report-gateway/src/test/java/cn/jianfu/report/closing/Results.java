package cn.jianfu.report.closing;

import cn.jianfu.report.closing.domain.DayClosing;
import cn.jianfu.report.compliance.domain.AreaScore;
import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.compliance.domain.Change;
import cn.jianfu.report.compliance.domain.Changes;
import cn.jianfu.report.compliance.domain.CompositeScore;
import cn.jianfu.report.compliance.domain.Coverage;
import cn.jianfu.report.compliance.domain.Judging;
import cn.jianfu.report.compliance.domain.Metric;
import cn.jianfu.report.compliance.domain.Metric.MeasuredIn;
import cn.jianfu.report.compliance.domain.Term;
import cn.jianfu.report.compliance.domain.TownCompliance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Results of a town's day, in short. */
public final class Results {

  public static final String TOWN = "350213101000";
  public static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  public static final Instant CLOSED_AT = Instant.parse("2026-11-22T22:00:00Z");

  private Band band = Band.YELLOW;
  private String score = "82.3";
  private String raw = "80.1";
  private int formula = 2;
  private final Map<String, Long> open = new TreeMap<>(Map.of("B", 0L, "M", 6L, "m", 8L));
  private final List<Metric> metrics =
      new ArrayList<>(
          List.of(metric("M06", 1, 1, 15L, "0.0667", 1), metric("M07", 1, 2, null, "2", 0)));

  private Results() {}

  public static Results aResult() {
    return new Results();
  }

  public Results scored(Band as, String shown) {
    band = as;
    score = shown;
    return this;
  }

  /** By another formula of the score, which leads to another raw score. */
  public Results byFormula(int version, String rawByIt) {
    formula = version;
    raw = rawByIt;
    return this;
  }

  public Results open(String severity, long count) {
    open.put(severity, count);
    return this;
  }

  public Results with(Metric metric) {
    metrics.removeIf(it -> it.id().equals(metric.id()));
    metrics.add(metric);
    return this;
  }

  public static Metric metric(
      String id, int formula, long over, @Nullable Long under, String value, long unknown) {
    return new Metric(
        id,
        formula,
        DAY,
        DAY,
        under == null ? MeasuredIn.COUNT : MeasuredIn.RATIO,
        over,
        under,
        new BigDecimal(value),
        0,
        unknown,
        new TreeMap<>(Map.of("clusters", BigDecimal.TWO)));
  }

  public DayClosing closed() {
    return new DayClosing(known(), CLOSED_AT, false);
  }

  public TownCompliance known() {
    return new TownCompliance(
        TOWN,
        DAY,
        "district@1",
        formula,
        band,
        null,
        new CompositeScore(
            new BigDecimal(raw),
            new BigDecimal(score),
            List.of(
                new AreaScore(
                    "group",
                    new BigDecimal("0.3"),
                    new BigDecimal(raw),
                    new BigDecimal(score),
                    false,
                    List.of(
                        new Term(
                            "G-ZOMB",
                            "M",
                            BigDecimal.TWO,
                            16,
                            2,
                            1,
                            new BigDecimal("0.875"),
                            new BigDecimal("0.9375"),
                            1)),
                    List.of("G-TEMP")))),
        new BigDecimal("1.4"),
        new Coverage(DAY.minusDays(29), 98, 100, new BigDecimal("0.98")),
        Judging.UNCOUNTED,
        metrics,
        open,
        3,
        new Changes(
            DAY.minusDays(6), new TreeMap<>(Map.of(Change.What.GROUP_DISSOLVED, 28)), List.of()));
  }
}
