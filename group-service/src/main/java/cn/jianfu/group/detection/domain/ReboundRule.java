package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * G-REBOUND: a group that does what one did that ended shortly before, or was about to end by a
 * decision when the new one began.
 *
 * <p>Three things tell: most members of the ended group are in it (as the platform sees it,
 * whatever the register says about its age; where that group was another town's, its unit is
 * believed when it begins to report); in the same town, too, the same unit set it up for the same
 * matter, or one above or below it did; or the same owner did, in whatever unit of the town, for no
 * evidently other matter. The group that others were merged into is no rebound of them.
 */
final class ReboundRule {

  private final RuleScan scan;
  private final int windowDays;
  private final Ratio containment;
  private final Beginnings beginnings;
  private final Successions inTown;
  private final SuccessionsElsewhere elsewhere;

  private ReboundRule(RuleScan scan) {
    this.scan = scan;
    this.windowDays = scan.thresholds().wholeNumber("rebound.windowDays");
    this.containment = scan.thresholds().ratio("rebound.containment");
    this.beginnings = new Beginnings(new FirstReports(scan.input().groups()), windowDays);
    this.inTown = new Successions(scan.input(), beginnings, containment);
    Ratio sizeShare = scan.thresholds().ratioOr("overlap.containmentSizeShare", new Ratio(0, 1));
    this.elsewhere = new SuccessionsElsewhere(scan.input(), beginnings, inTown, sizeShare);
  }

  static void apply(RuleScan scan) {
    ReboundRule rule = new ReboundRule(scan);
    scan.liveGroups().forEach(rule::judge);
  }

  private void judge(GroupFacts group) {
    List<GroupFacts> before = inTown.before(group);
    List<Succession> found =
        Stream.concat(inTown.of(group, before).stream(), elsewhere.of(group).stream()).toList();
    boolean isExempt = scan.exempts(group);
    if (!found.isEmpty()) {
      scan.found(isExempt, group, found.size(), evidence(group, found));
    }
    // Only what has followed something can be found not to have taken its place.
    boolean hasFollowed = !found.isEmpty() || !before.isEmpty() || elsewhere.couldFollow(group);
    if (isExempt || !hasFollowed) {
      return;
    }
    if (!found.isEmpty() || canTell(group, before)) {
      scan.exposed(group.unit());
    } else {
      scan.unknown(group);
    }
  }

  /** Whether it can be compared with any that it followed: of its town, else of the others. */
  private boolean canTell(GroupFacts group, List<GroupFacts> before) {
    return before.isEmpty()
        ? scan.input().overlaps().knows(group.id())
        : before.stream().anyMatch(ended -> inTown.canTell(group, ended));
  }

  private static String where(GroupFacts before, GroupFacts group) {
    if (!before.town().equals(group.town())) {
      return "OTHER_TOWN";
    }
    return before.unit().equals(group.unit()) ? "SAME_UNIT" : "OTHER_UNIT";
  }

  /** Of what town it is, and not of what unit, decides in whose count it is. */
  private static @Nullable LocalDate lastEndElsewhere(
      GroupFacts group, List<Succession> found, boolean merged) {
    return found.stream()
        .filter(it -> !it.ended().town().equals(group.town()) && it.isOfMerged() == merged)
        .map(Succession::endedOn)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Evidence evidence(GroupFacts group, List<Succession> found) {
    Succession first = found.getFirst();
    GroupFacts before = first.ended();
    boolean otherUnit = !before.unit().equals(group.unit());
    Evidence.Builder evidence =
        Evidence.builder()
            .word("by", first.by().name())
            .day("begunOn", first.begun().on())
            .word("begunBy", first.begun().by().word())
            .day(
                "createdOn",
                first.begun().on().equals(group.createdOn()) ? null : group.createdOn())
            .word("order", first.isNewFirst() ? "NEW_FIRST" : null)
            .day("decidedOn", first.isNewFirst() ? beginnings.decisionOn(first.ended()) : null)
            .day("dissolvedOn", first.endedOn())
            .word("where", where(before, group))
            .day("dissolvedElsewhereOn", lastEndElsewhere(group, found, false))
            .day("mergedElsewhereOn", lastEndElsewhere(group, found, true))
            .word("dissolvedUnit", otherUnit ? before.unit() : null)
            .number("count", found.size())
            .ids("dissolved", found.stream().map(it -> it.ended().id()).sorted().toList())
            .limit("windowDays", windowDays);
    Overlaps.Shared shared = first.shared();
    if (shared != null) {
      evidence
          .number("dissolvedMembers", shared.first())
          .number("sharedMembers", shared.both())
          .number("containment", Ratio.share(shared.both(), shared.first()))
          .limit("limit", containment.decimal());
    }
    return evidence.build();
  }
}
