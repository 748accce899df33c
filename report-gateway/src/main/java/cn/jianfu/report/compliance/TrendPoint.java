package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.compliance.domain.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A town's score on a day.
 *
 * @param effective null where too little was known
 * @param median of all towns on that day
 */
public record TrendPoint(
    LocalDate day,
    Band band,
    @Nullable BigDecimal effective,
    @Nullable BigDecimal coverage,
    @Nullable BigDecimal median) {

  static TrendPoint of(LocalDate day, Standing town, @Nullable BigDecimal coverage) {
    return new TrendPoint(day, town.band(), town.shown(), coverage, null);
  }

  TrendPoint beside(@Nullable BigDecimal others) {
    return new TrendPoint(day, band, effective, coverage, others);
  }
}
