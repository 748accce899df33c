package cn.jianfu.report.compliance;

import cn.jianfu.report.compliance.domain.Reports;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.District;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Towns as days that are over are computed from them: who looks for a day goes from one to another.
 * Whoever writes facts marks their town right after, and the mark is looked at before the facts, so
 * that what is kept is never older than its mark. What people say about findings changes no day
 * that is over.
 */
final class PastTowns {

  /** Mostly the same objects that the facts hold themselves. */
  private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

  /** About, as the facts weigh them; of a town its reports of each day come on top. */
  private static final long BYTES_OF_A_TOWN = 50_000;

  private static final long BYTES_OF_A_GROUP = 2_000;
  private static final long BYTES_OF_A_DAY = 100;
  private static final long BYTES_OF_A_FINDING = 1_200;

  /**
   * What says that nothing has happened since, where it is the same.
   *
   * @param touched how often the town's facts were
   * @param written rises with each history, too, which reads what may have been missed
   * @param district revision of the reference data
   */
  record Basis(long generation, long touched, long written, long district) {

    private Basis by(long revision) {
      return new Basis(generation, touched, written, revision);
    }
  }

  /**
   * A town and its reports, which many days share.
   *
   * @param basis null of a town that nobody has touched: nothing tells when that changes
   */
  record PastTown(TownFacts facts, Reports reports, @Nullable Basis basis) {

    private long bytes() {
      long groups =
          facts.groups().stream()
              .mapToLong(group -> BYTES_OF_A_GROUP + group.days().size() * BYTES_OF_A_DAY)
              .sum();
      return BYTES_OF_A_TOWN + groups + facts.findings().size() * BYTES_OF_A_FINDING;
    }
  }

  private final TownFactsReader facts;
  private final Reference reference;
  private final Seen<Basis, PastTown> seen = new Seen<>(MOST_BYTES, PastTown::bytes);
  private @Nullable District latest;
  private long revision;

  PastTowns(TownFactsReader facts, Reference reference) {
    this.facts = facts;
    this.reference = reference;
  }

  /** What says of these towns that they are as they were; without those that nobody touched. */
  Mono<Map<String, Basis>> present(ReadSide side, Collection<String> towns) {
    return side.views()
        .marks(Filters.in("_id", towns))
        .collectMap(mark -> mark.getString("_id"), mark -> basis(side, mark));
  }

  Mono<PastTown> of(ReadSide side, String town) {
    return side.views()
        .marks(Filters.eq("_id", town))
        .next()
        .map(mark -> basis(side, mark))
        .flatMap(basis -> of(side, town, basis))
        .switchIfEmpty(Mono.defer(() -> of(side, town, null)));
  }

  /**
   * A town that is known to be so by now.
   *
   * @param present null where nobody has touched it
   */
  Mono<PastTown> of(ReadSide side, String town, @Nullable Basis present) {
    return Mono.justOrEmpty(present)
        .flatMap(basis -> Mono.justOrEmpty(seen.of(town, basis)))
        .publishOn(Schedulers.parallel())
        .switchIfEmpty(Mono.defer(() -> read(side, town, present)));
  }

  /** The store's driver has better to do with its threads than to compute. */
  private Mono<PastTown> read(ReadSide side, String town, @Nullable Basis present) {
    return facts
        .read(side.facts(), town)
        .publishOn(Schedulers.parallel())
        .map(known -> {
          Basis basis = present == null ? null : present.by(revisionOf(known.district()));
          PastTown read = new PastTown(known, new Reports(known), basis);
          if (basis != null) {
            seen.keep(town, basis, read);
          }
          return read;
        });
  }

  private Basis basis(ReadSide side, Document mark) {
    return new Basis(
        side.generation(),
        mark.get("dirty", 0L),
        StoredView.version(mark),
        revisionOf(reference.current()));
  }

  /** Tells reference data from what they were before; whether they say the same is not asked. */
  @SuppressWarnings("ReferenceEquality")
  private synchronized long revisionOf(District district) {
    if (latest != district) {
      latest = district;
      revision++;
    }
    return revision;
  }
}
