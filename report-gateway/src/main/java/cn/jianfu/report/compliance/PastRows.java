package cn.jianfu.report.compliance;

import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.reference.domain.OrgUnit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an overview shows of towns on a day that is over, kept until the town is touched. */
final class PastRows {

  /** About 3 KB each: a year of ten towns, or two days of all towns of a province. */
  private static final int MOST_ROWS = 4_000;

  /**
   * A town is mostly waited for; more at once would hold more towns that are read whole, and two
   * processors compute no quicker.
   */
  private static final int AT_ONCE = 4;

  private final PastTowns towns;
  private final Seen<PastTowns.Basis, TownRow> seen = new Seen<>(MOST_ROWS, _ -> 1);

  PastRows(PastTowns towns) {
    this.towns = towns;
  }

  /** The rows of these places, in this order; of departments only where something was told. */
  Flux<TownRow> on(ReadSide side, LocalDate day, List<OrgUnit> places) {
    return towns
        .present(side, places.stream().map(OrgUnit::orgCode).toList())
        .flatMapMany(present ->
            Flux.fromIterable(places)
                .filter(it -> !it.isDepartments() || present.containsKey(it.orgCode()))
                .map(OrgUnit::orgCode)
                .flatMapSequential(town -> row(side, day, town, present.get(town)), AT_ONCE));
  }

  private Mono<TownRow> row(
      ReadSide side, LocalDate day, String town, PastTowns.@Nullable Basis present) {
    String row = town + "|" + day;
    return Mono.justOrEmpty(present)
        .flatMap(basis -> Mono.justOrEmpty(seen.of(row, basis)))
        .switchIfEmpty(
            Mono.defer(() -> towns.of(side, town, present)).map(past -> computed(row, past, day)));
  }

  private TownRow computed(String row, PastTowns.PastTown past, LocalDate day) {
    TownRow computed = TownRow.of(past.facts(), past.reports(), day);
    PastTowns.Basis basis = past.basis();
    if (basis != null) {
      seen.keep(row, basis, computed);
    }
    return computed;
  }
}
