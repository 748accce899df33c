package cn.jianfu.group.workgroup;

import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupKind;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.Profile;
import cn.jianfu.group.workgroup.domain.Transition;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A work group as it is stored; public because the codec reads it.
 *
 * @param state the word of its state
 * @param live whether it still exists for its members
 * @param joinedInto the group under whose id it goes on; null for all that were not joined
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
    String confidence,
    @Nullable LocalDate declaredOn,
    @Nullable String filingNo,
    @Nullable LocalDate filedOn,
    @Nullable LocalDate usedSince,
    String state,
    boolean live,
    List<Step> transitions,
    @Nullable Decided decision,
    @Nullable String joinedInto,
    boolean checkDue) {

  public record Step(String state, LocalDate on) {}

  /**
   * A decision.
   *
   * @param origin the word for where it came from; null of one that was stored before that was
   */
  public record Decided(
      String kind,
      String reason,
      String issuer,
      String subject,
      String role,
      String actorUnit,
      LocalDate decidedOn,
      LocalDate dueOn,
      @Nullable String mergeInto,
      @Nullable String round,
      @Nullable String origin,
      @Nullable LocalDate executedOn,
      @Nullable LocalDate restoreUntil,
      @Nullable LocalDate withdrawnOn) {

    static @Nullable Decided of(@Nullable CleanupDecision it) {
      if (it == null) {
        return null;
      }
      Actor by = it.decidedBy();
      GroupId target = it.mergeInto();
      return new Decided(
          it.kind().name(),
          it.reason(),
          by.issuer(),
          by.subject(),
          by.role(),
          by.unit(),
          it.decidedOn(),
          it.dueOn(),
          target == null ? null : target.text(),
          it.round(),
          it.origin().name(),
          it.executedOn(),
          it.restoreUntil(),
          it.withdrawnOn());
    }

    CleanupDecision decision() {
      return new CleanupDecision(
          DecisionKind.valueOf(kind),
          reason,
          new Actor(issuer, subject, role, actorUnit),
          decidedOn,
          dueOn,
          mergeInto == null ? null : GroupId.parse(mergeInto),
          round,
          cameFrom(),
          executedOn,
          restoreUntil,
          withdrawnOn);
    }

    /** Of those whose origin was not stored, one of a round was taken for one of its self-check. */
    private DecisionOrigin cameFrom() {
      if (origin != null) {
        return DecisionOrigin.valueOf(origin);
      }
      if (role.equals(Actor.RULE)) {
        return DecisionOrigin.RULE;
      }
      return round == null ? DecisionOrigin.BY_HAND : DecisionOrigin.SELF_CHECK;
    }
  }

  static WorkGroupRecord of(WorkGroup group) {
    Profile profile = group.profile();
    Facts facts = profile.facts();
    GroupKind kind = facts.kind();
    Facts.Approval approval = facts.approval();
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
        facts.confidence().name(),
        profile.declaredOn(),
        profile.filingNo(),
        profile.filedOn(),
        profile.usedSince(),
        group.state().name(),
        group.state().isLive(),
        profile.transitions().stream()
            .map(each -> new Step(each.state().name(), each.on()))
            .toList(),
        Decided.of(group.decision()),
        group instanceof WorkGroup.Joined joined ? joined.into().text() : null,
        true);
  }

  WorkGroup group() {
    CleanupDecision decided = decision == null ? null : decision.decision();
    Profile profile = profile();
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
          new WorkGroup.Joined(profile, GroupId.parse(Objects.requireNonNull(joinedInto)));
    };
  }

  private Profile profile() {
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
            Confidence.valueOf(confidence));
    return new Profile(
        new GroupId(unit, Platform.valueOf(platform), externalId),
        town,
        facts,
        declaredOn,
        filingNo,
        filedOn,
        usedSince,
        transitions.stream()
            .map(each -> new Transition(GroupState.valueOf(each.state()), each.on()))
            .toList());
  }
}
