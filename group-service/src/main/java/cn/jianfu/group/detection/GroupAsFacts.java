package cn.jianfu.group.detection;

import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.group.detection.domain.Ending;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.GroupKind;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.Filing;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.Profile;
import cn.jianfu.group.workgroup.domain.Transition;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A work group in the words of the detection. */
final class GroupAsFacts {

  private static final Set<GroupState> ENDING =
      EnumSet.of(GroupState.DISSOLVING, GroupState.MERGING);
  private static final Set<GroupState> ENDED =
      EnumSet.of(GroupState.DISSOLVED, GroupState.MERGED, GroupState.ARCHIVED);

  private GroupAsFacts() {}

  /**
   * @param listed how many members its list has; null when there is none
   */
  static GroupFacts of(
      WorkGroup group, @Nullable Integer listed, Owners owners, ReferenceData district) {
    Profile profile = group.profile();
    Facts facts = profile.facts();
    Facts.Approval approval = facts.approval();
    Filing filing = profile.filing();
    String owner = owners.of(group);
    Integer members = listed != null ? listed : facts.memberCount();
    return new GroupFacts(
        group.id().text(),
        group.id().unit(),
        profile.town(),
        lineOf(group.id().unit(), district),
        group.id().platform().name(),
        group.id().externalId(),
        facts.name(),
        facts.purpose(),
        facts.matterCode(),
        owner,
        owner != null || facts.ownerRef() != null || facts.ownerName() != null,
        kindOf(facts),
        group.state().isLive(),
        knownSince(profile),
        profile.declaredOn(),
        facts.createdOn(),
        approval != null,
        approval == null ? null : approval.on(),
        facts.validUntil(),
        facts.taskCompletedOn(),
        filing != null,
        filing == null ? null : filing.name(),
        filing == null ? null : filing.renamedOn(),
        missing(facts, members),
        endingOf(group),
        members == null ? 0 : members);
  }

  private static Set<String> missing(Facts facts, @Nullable Integer members) {
    Set<String> missing = new HashSet<>(facts.missing());
    if (members == null) {
      missing.add(GroupFacts.MEMBERS);
    }
    return missing;
  }

  /** What two groups of one unit line have in common. */
  static String lineKey(WorkGroup group, ReferenceData district) {
    String unit = group.id().unit();
    return GroupFacts.lineKey(unit, lineOf(unit, district));
  }

  private static @Nullable String lineOf(String unit, ReferenceData district) {
    return district.unit(unit).map(OrgUnitV1::line).orElse(null);
  }

  /** The day on which it was heard of; of one that had ended and was restored, the day of that. */
  static LocalDate inUseSince(WorkGroup group) {
    LocalDate since = knownSince(group.profile());
    boolean ended = false;
    for (Transition entered : group.profile().transitions()) {
      if (ended && entered.state().isLive()) {
        since = entered.on();
      }
      ended = ENDED.contains(entered.state());
    }
    return since;
  }

  private static LocalDate knownSince(Profile profile) {
    return profile.transitions().getFirst().on();
  }

  /** The decision that it ends by; one that a restoration has undone is none. */
  private static @Nullable Ending endingOf(WorkGroup group) {
    CleanupDecision decision = group.decision();
    if (decision == null || !decision.ends() || decision.withdrawnOn() != null) {
      return null;
    }
    boolean undone = decision.executedOn() != null && group.state().isLive();
    GroupId target = decision.mergeInto();
    return undone
        ? null
        : new Ending(
            announcedOn(group.profile().transitions(), decision.decidedOn()),
            decision.decidedOn(),
            decision.dueOn(),
            decision.executedOn(),
            target == null ? null : target.text());
  }

  /** The first day on which it was to end, since it last had ended and come back. */
  private static LocalDate announcedOn(List<Transition> transitions, LocalDate decidedOn) {
    LocalDate first = decidedOn;
    boolean isEnd = true;
    for (Transition entered : transitions.reversed()) {
      boolean ended = ENDED.contains(entered.state());
      if (ended && !isEnd) {
        break;
      }
      isEnd = isEnd && ended;
      if (ENDING.contains(entered.state()) && entered.on().isBefore(first)) {
        first = entered.on();
      }
    }
    return first;
  }

  private static GroupKind kindOf(Facts facts) {
    return switch (facts.kind()) {
      case null -> GroupKind.UNKNOWN;
      case PERMANENT -> GroupKind.PERMANENT;
      case TEMPORARY -> GroupKind.TEMPORARY;
      case STAGE -> GroupKind.STAGE;
      case EMERGENCY -> GroupKind.EMERGENCY;
    };
  }
}
