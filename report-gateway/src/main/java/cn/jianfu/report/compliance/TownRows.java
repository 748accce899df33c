package cn.jianfu.report.compliance;

import cn.jianfu.report.readside.ReadSide;
import com.mongodb.client.model.Filters;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What an overview shows of the towns' views; of a view that was read before only its version. */
final class TownRows {

  /** A province has 1,600 towns, whose rows take about 5 KB each. */
  private static final int MOST_TOWNS = 4_000;

  /**
   * The part of a view that an overview shows.
   *
   * @param row null while the town was not computed yet
   * @param spark scores of the days up to {@code sparkEnds}
   */
  record Row(
      @Nullable TownRow row,
      List<@Nullable BigDecimal> spark,
      @Nullable LocalDate sparkEnds,
      long version,
      @Nullable Instant updatedAt) {

    static final Row NONE = of(new Document());

    private static Row of(Document view) {
      return new Row(
          StoredView.row(view).orElse(null),
          StoredView.spark(view),
          StoredView.sparkEnds(view),
          StoredView.version(view),
          StoredView.updatedAt(view));
    }
  }

  private final Seen<Seen.Version, Row> seen = new Seen<>(MOST_TOWNS, _ -> 1);

  /** The rows of these towns by code; none for a town that has no view. */
  Mono<Map<String, Row>> of(ReadSide side, Collection<String> towns) {
    return side.views()
        .versions(Filters.in("_id", towns))
        .collectList()
        .flatMap(views -> rows(side, views));
  }

  private Mono<Map<String, Row>> rows(ReadSide side, List<Document> views) {
    Map<String, Row> rows = new HashMap<>();
    List<String> changed = new ArrayList<>();
    for (Document view : views) {
      String town = view.getString("_id");
      seen.of(town, version(side, StoredView.version(view)))
          .ifPresentOrElse(row -> rows.put(town, row), () -> changed.add(town));
    }
    return changed.isEmpty()
        ? Mono.just(rows)
        : side.views()
            .rows(Filters.in("_id", changed))
            .doOnNext(view -> rows.put(view.getString("_id"), read(side, view)))
            .then(Mono.just(rows));
  }

  private Row read(ReadSide side, Document view) {
    Row row = Row.of(view);
    seen.keep(view.getString("_id"), version(side, row.version()), row);
    return row;
  }

  private static Seen.Version version(ReadSide side, long version) {
    return new Seen.Version(side.generation(), version);
  }
}
