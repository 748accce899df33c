package cn.jianfu.report.trial;

import cn.jianfu.report.compliance.domain.Standing;
import cn.jianfu.report.reference.domain.OrgUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A town that a trial concerns.
 *
 * @param now how it stands; null when it was not computed
 * @param then how it would stand; null likewise
 * @param notComputed why not; null when it was
 */
public record TriedTown(
    String town,
    String name,
    String nameEn,
    @Nullable Standing now,
    @Nullable Standing then,
    @Nullable NotComputed notComputed) {

  /** Why a town's index is not told. */
  public enum NotComputed {
    /** More findings come and go than group-service tells one by one. */
    TOO_MANY_FINDINGS,
    /** The rules or the day changed meanwhile: group-service tried others than stand here. */
    OTHER_RULES
  }

  static TriedTown of(OrgUnit town, Standing now, Standing then) {
    return new TriedTown(town.orgCode(), town.name(), town.nameEn(), now, then, null);
  }

  static TriedTown without(OrgUnit town, NotComputed why) {
    return new TriedTown(town.orgCode(), town.name(), town.nameEn(), null, null, why);
  }

  /** Whether its index or band would be another. */
  public boolean changes() {
    return now != null && !now.equals(then);
  }

  /** How many of these towns would be in another band. */
  public static long inAnotherBand(List<TriedTown> towns) {
    return towns.stream().filter(TriedTown::changesBand).count();
  }

  public boolean changesBand() {
    return now != null && then != null && now.band() != then.band();
  }
}
