package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.Reports;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.District;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What an overview shows of towns on a day that is over. It is computed from the facts, and kept
 * until the town is touched: whoever writes facts marks their town right after, and the mark is
 * looked at before the facts, so that what is kept is never older than its mark.
 */
final class PastRows {

  /** About 3 KB each: a year of ten towns, or two days of all towns of a province. */
  private static final int MOST_ROWS = 4_000;

  /**
   * A town is mostly waited for; more at once would hold more towns that are read whole, and two
   * processors compute no quicker.
   */
  private static final int AT_ONCE = 4;

  /**
   * Days of groups, a hundred bytes each, that mostly are the same as those that the facts hold
   * themselves: an eighth of the heap, which is all towns of a district.
   */
  private static final long MOST_DAYS = Runtime.getRuntime().maxMemory() / 8 / 100;

  /**
   * What a row was made of. What people say about findings changes no day that is over.
   *
   * @param touched how often the town's facts were
   * @param written rises with each history, too, which reads what may have been missed
   * @param district revision of the reference data
   */
  private record Basis(long generation, long touched, long written, long district) {}

  /**
   * A town that the next day is computed from, too: who looks for a day goes from one to another.
   */
  private record Known(TownFacts facts, Reports reports) {

    Known(TownFacts facts) {
      this(facts, new Reports(facts));
    }

    TownRow on(LocalDate day) {
      return TownRow.of(facts, reports, day);
    }

    long days() {
      return facts.groups().stream().mapToLong(group -> 1 + group.days().size()).sum();
    }
  }

  private final TownFactsReader facts;
  private final Reference reference;
  private final Seen<Basis, TownRow> seen = new Seen<>(MOST_ROWS, _ -> 1);
  private final Seen<Basis, Known> towns = new Seen<>(MOST_DAYS, Known::days);
  private @Nullable District latest;
  private long revision;

  PastRows(TownFactsReader facts, Reference reference) {
    this.facts = facts;
    this.reference = reference;
  }

  /** The rows of these towns, in this order. */
  Flux<TownRow> on(ReadSide side, LocalDate day, List<String> towns) {
    return side.views()
        .marks(Filters.in("_id", towns))
        .collectMap(view -> view.getString("_id"))
        .flatMapMany(marks ->
            Flux.fromIterable(towns)
                .flatMapSequential(town -> row(side, day, town, marks), AT_ONCE));
  }

  private Mono<TownRow> row(
      ReadSide side, LocalDate day, String town, Map<String, Document> marks) {
    Document mark = marks.get(town);
    // Of a town that nobody has touched nothing is known, and nothing tells when that changes.
    return mark == null
        ? read(side, town).map(known -> known.on(day))
        : seenOr(side, day, town, mark);
  }

  private Mono<TownRow> seenOr(ReadSide side, LocalDate day, String town, Document mark) {
    String row = town + "|" + day;
    return Mono.justOrEmpty(seen.of(row, basis(side, mark, reference.current())))
        .switchIfEmpty(
            Mono.defer(() -> known(side, town, mark))
                .map(known -> {
                  TownRow computed = known.on(day);
                  seen.keep(row, basis(side, mark, known.facts().district()), computed);
                  return computed;
                }));
  }

  private Mono<Known> known(ReadSide side, String town, Document mark) {
    return Mono.justOrEmpty(towns.of(town, basis(side, mark, reference.current())))
        .publishOn(Schedulers.parallel())
        .switchIfEmpty(
            Mono.defer(() -> read(side, town))
                .doOnNext(
                    known -> towns.keep(town, basis(side, mark, known.facts().district()), known)));
  }

  /** The store's driver has better to do with its threads than to compute. */
  private Mono<Known> read(ReadSide side, String town) {
    return facts.read(side.facts(), town).publishOn(Schedulers.parallel()).map(Known::new);
  }

  private Basis basis(ReadSide side, Document mark, District district) {
    return new Basis(
        side.generation(), mark.get("dirty", 0L), StoredView.version(mark), revisionOf(district));
  }

  /**
   * Tells reference data from what they were before without holding on to those; whether they say
   * the same is not worth comparing.
   */
  @SuppressWarnings("ReferenceEquality")
  private synchronized long revisionOf(District district) {
    if (latest != district) {
      latest = district;
      revision++;
    }
    return revision;
  }
}
