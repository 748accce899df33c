package cn.jianfu.group.detection;

import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.GroupKind;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.Profile;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.util.Set;

/** A work group in the words of the detection. */
final class GroupAsFacts {

  private GroupAsFacts() {}

  static GroupFacts of(WorkGroup group, int members, ReferenceData district) {
    Profile profile = group.profile();
    Facts facts = profile.facts();
    return new GroupFacts(
        group.id().text(),
        group.id().unit(),
        profile.town(),
        district.unit(group.id().unit()).map(OrgUnitV1::line).orElse(null),
        group.id().platform().name(),
        group.id().externalId(),
        facts.name(),
        facts.purpose(),
        facts.matterCode(),
        kindOf(facts),
        group.state().isLive(),
        facts.createdOn(),
        facts.validUntil(),
        facts.taskCompletedOn(),
        profile.filedOn() != null,
        Set.copyOf(facts.missing()),
        members);
  }

  /** A group of which nobody says how long it is meant to live is not meant to end. */
  private static GroupKind kindOf(Facts facts) {
    return switch (facts.kind()) {
      case null -> GroupKind.PERMANENT;
      case PERMANENT -> GroupKind.PERMANENT;
      case TEMPORARY -> GroupKind.TEMPORARY;
      case STAGE -> GroupKind.STAGE;
      case EMERGENCY -> GroupKind.EMERGENCY;
    };
  }
}
