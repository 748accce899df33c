package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * G-REBOUND: a group that does what one did that ended shortly before in the same town.
 *
 * <p>Three things tell: most members of the ended group are in it (as the platform sees it,
 * whatever the register says about its age); the same unit set it up for the same matter; or the
 * same owner did, for no evidently other matter. The group that others were merged into is no
 * rebound of them.
 */
final class ReboundRule {

  private final RuleScan scan;
  private final int windowDays;
  private final Ratio containment;
  private final Map<String, List<GroupFacts>> endedByTown = new HashMap<>();

  private ReboundRule(RuleScan scan) {
    this.scan = scan;
    this.windowDays = scan.thresholds().wholeNumber("rebound.windowDays");
    this.containment = scan.thresholds().ratio("rebound.containment");
    for (GroupFacts group : scan.input().groups()) {
      if (group.endedOn() != null) {
        endedByTown.computeIfAbsent(group.town(), _ -> new ArrayList<>()).add(group);
      }
    }
  }

  static void apply(RuleScan scan) {
    ReboundRule rule = new ReboundRule(scan);
    scan.liveGroups().forEach(rule::judge);
  }

  /** An ended group that lives on, and what shows it. */
  private record Trace(GroupFacts ended, By by, Overlaps.@Nullable Shared shared) {

    LocalDate endedOn() {
      return Objects.requireNonNull(ended.endedOn());
    }
  }

  /** What shows it, the plainest first. */
  private enum By {
    MEMBERS,
    MATTER,
    OWNER
  }

  private void judge(GroupFacts group) {
    List<GroupFacts> before =
        endedByTown.getOrDefault(group.town(), List.of()).stream()
            .filter(ended -> follows(ended, group.knownSince()) || follows(ended, group.begunOn()))
            .filter(ended -> !isMergedInto(ended, group))
            .toList();
    if (before.isEmpty()) {
      return;
    }
    boolean isExempt = scan.exempts(group);
    if (!isExempt) {
      scan.exposed(group.unit());
    }
    List<Trace> traces =
        before.stream()
            .map(ended -> trace(group, ended))
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(Trace::by).thenComparing(it -> it.ended().id()))
            .toList();
    if (!traces.isEmpty()) {
      scan.found(isExempt, group, traces.size(), evidence(group, traces));
    }
  }

  private @Nullable Trace trace(GroupFacts group, GroupFacts ended) {
    Overlaps.Shared shared =
        ended.knownSince().isBefore(group.knownSince()) && follows(ended, group.knownSince())
            ? scan.input().overlaps().shared(ended.id(), group.id())
            : null;
    if (shared != null && containment.reachedBy(shared.both(), shared.first())) {
      return new Trace(ended, By.MEMBERS, shared);
    }
    if (!ended.unit().equals(group.unit()) || !follows(ended, group.begunOn())) {
      return null;
    }
    String matter = ended.matterCode();
    if (matter != null && matter.equals(group.matterCode())) {
      return new Trace(ended, By.MATTER, null);
    }
    boolean otherMatter = matter != null && group.matterCode() != null;
    String owner = ended.ownerRef();
    return owner != null && owner.equals(group.ownerRef()) && !otherMatter
        ? new Trace(ended, By.OWNER, null)
        : null;
  }

  private boolean follows(GroupFacts ended, LocalDate begun) {
    LocalDate on = Objects.requireNonNull(ended.endedOn());
    return !begun.isBefore(on) && !begun.isAfter(on.plusDays(windowDays));
  }

  private static boolean isMergedInto(GroupFacts ended, GroupFacts group) {
    Ending ending = ended.ending();
    return ending != null && group.id().equals(ending.mergeInto());
  }

  private Evidence evidence(GroupFacts group, List<Trace> traces) {
    Trace first = traces.getFirst();
    Evidence.Builder evidence =
        Evidence.builder()
            .word("by", first.by().name())
            .day("begunOn", group.begunOn())
            .day("dissolvedOn", first.endedOn())
            .number("count", traces.size())
            .ids("dissolved", traces.stream().map(it -> it.ended().id()).sorted().toList())
            .number("windowDays", windowDays);
    Overlaps.Shared shared = first.shared();
    if (shared != null) {
      evidence
          .number("dissolvedMembers", shared.first())
          .number("sharedMembers", shared.both())
          .number("containment", Ratio.share(shared.both(), shared.first()))
          .number("limit", containment.decimal());
    }
    return evidence.build();
  }
}
