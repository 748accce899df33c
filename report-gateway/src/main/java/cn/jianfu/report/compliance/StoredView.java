package cn.jianfu.report.compliance;

import cn.jianfu.messaging.EventJson;
import cn.jianfu.report.compliance.domain.TownCompliance;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TownCalculation} wrote. */
final class StoredView {

  private StoredView() {}

  static Optional<TownRow> row(Document view) {
    return Optional.ofNullable(view.getString("row")).map(StoredView::row);
  }

  static TownRow row(String json) {
    return read(json, TownRow.class);
  }

  static Optional<TownCompliance> compliance(Document view) {
    return Optional.ofNullable(view.getString("compliance"))
        .map(json -> read(json, TownCompliance.class));
  }

  static List<@Nullable BigDecimal> spark(Document view) {
    String json = view.getString("spark");
    return json == null ? List.of() : Arrays.asList(read(json, BigDecimal[].class));
  }

  /** The last day of the small curve; null where no history was written yet, or long ago. */
  static @Nullable LocalDate sparkEnds(Document view) {
    String day = view.getString("historyDay");
    return day == null ? null : LocalDate.parse(day);
  }

  /** The days that a page shows; none where no history was written yet. */
  static List<TrendPoint> trend(Document view) {
    String json = view.getString("trend");
    return json == null ? List.of() : List.of(read(json, TrendPoint[].class));
  }

  static long version(Document view) {
    return view.get("version", 0L);
  }

  static @Nullable Instant updatedAt(Document view) {
    Date at = view.getDate("computedAt");
    return at == null ? null : at.toInstant();
  }

  private static <T> T read(String json, Class<T> type) {
    return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
  }
}
