package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.Deadlines;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.Filing;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupKind;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.Profile;
import cn.jianfu.group.workgroup.domain.Sameness;
import cn.jianfu.group.workgroup.domain.Transition;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A work group as it is stored; public because the codec reads it.
 *
 * @param memberCount as its unit says; null as before it was kept
 * @param state the word of its state
 * @param live whether it still exists for its members
 * @param filedName null as before it was kept, too; then it is not known
 * @param renamedOn since when it is called otherwise than it is filed
 * @param awaySince since when it had had another name before it went back to the filed one
 * @param backOn when it went back; null of one that did not, and as before that was kept
 * @param joinedInto the group under whose id it goes on; null for all that were not joined
 * @param former what it was before it was joined
 * @param taken entries of registers that it is, too; null as before they were kept
 * @param notThese groups that it is not
 * @param deadlines null as before they were kept; then the latest decision tells them
 * @param checkDue set by every write; the detection that follows takes it away
 */
public record WorkGroupRecord(
    String unit,
    String platform,
    String externalId,
    String town,
    String name,
    @Nullable String kind,
    @Nullable String matterCode,
    @Nullable String matterTitle,
    @Nullable String purpose,
    @Nullable String ownerUnit,
    @Nullable String ownerRef,
    @Nullable String ownerName,
    @Nullable LocalDate createdOn,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate taskCompletedOn,
    @Nullable String approvalNo,
    @Nullable LocalDate approvedOn,
    @Nullable Integer memberCount,
    String confidence,
    @Nullable LocalDate declaredOn,
    @Nullable String filingNo,
    @Nullable LocalDate filedOn,
    @Nullable String filedName,
    @Nullable LocalDate renamedOn,
    @Nullable LocalDate awaySince,
    @Nullable LocalDate backOn,
    @Nullable LocalDate usedSince,
    String state,
    boolean live,
    List<Step> transitions,
    @Nullable DecisionRecord decision,
    @Nullable String joinedInto,
    @Nullable WorkGroupRecord former,
    @Nullable List<Taken> taken,
    @Nullable List<String> notThese,
    @Nullable List<DeadlineRecord> deadlines,
    boolean checkDue) {

  public record Step(String state, LocalDate on) {}

  /** An entry of a register that the group has taken over. */
  public record Taken(String from, WorkGroupRecord before, int steps) {

    static Taken of(Sameness.Taken it) {
      return new Taken(it.from().text(), WorkGroupRecord.of(it.before()), it.steps());
    }

    Sameness.Taken taken() {
      return new Sameness.Taken(GroupId.parse(from), before.group(), steps);
    }
  }

  static WorkGroupRecord of(WorkGroup group) {
    Profile profile = group.profile();
    Facts facts = profile.facts();
    GroupKind kind = facts.kind();
    Facts.Approval approval = facts.approval();
    Filing filing = profile.filing();
    Filing.Return back = filing == null ? null : filing.back();
    return new WorkGroupRecord(
        profile.id().unit(),
        profile.id().platform().name(),
        profile.id().externalId(),
        profile.town(),
        facts.name(),
        kind == null ? null : kind.name(),
        facts.matterCode(),
        facts.matterTitle(),
        facts.purpose(),
        facts.ownerUnit(),
        facts.ownerRef(),
        facts.ownerName(),
        facts.createdOn(),
        facts.validUntil(),
        facts.taskCompletedOn(),
        approval == null ? null : approval.no(),
        approval == null ? null : approval.on(),
        facts.memberCount(),
        facts.confidence().name(),
        profile.declaredOn(),
        filing == null ? null : filing.number(),
        filing == null ? null : filing.on(),
        filing == null ? null : filing.name(),
        filing == null ? null : filing.renamedOn(),
        back == null ? null : back.awaySince(),
        back == null ? null : back.on(),
        profile.usedSince(),
        group.state().name(),
        group.state().isLive(),
        profile.transitions().stream()
            .map(each -> new Step(each.state().name(), each.on()))
            .toList(),
        DecisionRecord.of(group.decision()),
        group instanceof WorkGroup.Joined joined ? joined.into().text() : null,
        group instanceof WorkGroup.Joined(_, _, WorkGroup before) && before != null
            ? of(before)
            : null,
        profile.sameness().taken().stream().map(Taken::of).toList(),
        profile.sameness().notThese().stream().map(GroupId::text).toList(),
        DeadlineRecord.of(profile.deadlines()),
        true);
  }

  WorkGroup group() {
    CleanupDecision decided = decision == null ? null : decision.decision();
    Profile profile = profile(decided);
    return switch (GroupState.valueOf(state)) {
      case OBSERVED -> new WorkGroup.Observed(profile);
      case DECLARED -> new WorkGroup.Declared(profile, decided);
      case FILED -> new WorkGroup.Filed(profile, decided);
      case ACTIVE -> new WorkGroup.Active(profile, decided);
      case WARNED -> new WorkGroup.Warned(profile, decided);
      case DISSOLVING -> new WorkGroup.Dissolving(profile, Objects.requireNonNull(decided));
      case DISSOLVED -> new WorkGroup.Dissolved(profile, Objects.requireNonNull(decided));
      case MERGING -> new WorkGroup.Merging(profile, Objects.requireNonNull(decided));
      case MERGED -> new WorkGroup.Merged(profile, Objects.requireNonNull(decided));
      case ARCHIVED -> new WorkGroup.Archived(profile, Objects.requireNonNull(decided));
      case WITHDRAWN -> new WorkGroup.Withdrawn(profile);
      case JOINED ->
          new WorkGroup.Joined(
              profile,
              GroupId.parse(Objects.requireNonNull(joinedInto)),
              former == null ? null : former.group());
    };
  }

  private Profile profile(@Nullable CleanupDecision decided) {
    Facts facts =
        new Facts(
            name,
            kind == null ? null : GroupKind.valueOf(kind),
            matterCode,
            matterTitle,
            purpose,
            ownerUnit,
            ownerRef,
            ownerName,
            createdOn,
            validUntil,
            taskCompletedOn,
            Facts.Approval.of(approvalNo, approvedOn),
            memberCount,
            Confidence.valueOf(confidence));
    return new Profile(
        new GroupId(unit, Platform.valueOf(platform), externalId),
        town,
        facts,
        declaredOn,
        filingNo == null || filedOn == null
            ? null
            : new Filing(
                filingNo,
                filedOn,
                filedName,
                renamedOn,
                awaySince == null || backOn == null ? null : new Filing.Return(awaySince, backOn)),
        usedSince,
        transitions.stream()
            .map(each -> new Transition(GroupState.valueOf(each.state()), each.on()))
            .toList(),
        sameness(),
        deadlines == null ? Deadlines.of(decided) : DeadlineRecord.deadlines(deadlines));
  }

  private Sameness sameness() {
    return new Sameness(
        taken == null ? List.of() : taken.stream().map(Taken::taken).toList(),
        notThese == null ? List.of() : notThese.stream().map(GroupId::parse).toList());
  }
}
