package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A work group (工作群) in one of its states. */
public sealed interface WorkGroup {

  Profile profile();

  /** The latest cleanup decision that stands, executed ones included; else the last withdrawn. */
  @Nullable CleanupDecision decision();

  /** Seen in use, declared by nobody. */
  record Observed(Profile profile) implements WorkGroup {
    @Override
    public @Nullable CleanupDecision decision() {
      return null;
    }
  }

  /** On a unit's register, not filed. */
  record Declared(Profile profile, @Nullable CleanupDecision decision) implements WorkGroup {}

  /** Filed (备案), not seen in use. */
  record Filed(Profile profile, @Nullable CleanupDecision decision) implements WorkGroup {}

  /** Filed and in use, or kept by decision. */
  record Active(Profile profile, @Nullable CleanupDecision decision) implements WorkGroup {}

  /** In use once, now silent, and its owner was told. */
  record Warned(Profile profile, @Nullable CleanupDecision decision) implements WorkGroup {}

  /** To be dissolved. */
  record Dissolving(Profile profile, CleanupDecision decision) implements WorkGroup {}

  /** Dissolved; can be restored for a while. */
  record Dissolved(Profile profile, CleanupDecision decision) implements WorkGroup {}

  /** To be merged into another group. */
  record Merging(Profile profile, CleanupDecision decision) implements WorkGroup {}

  /** Went on in another group. */
  record Merged(Profile profile, CleanupDecision decision) implements WorkGroup {}

  /** Dissolved for good. */
  record Archived(Profile profile, CleanupDecision decision) implements WorkGroup {}

  /** Declared in error; nobody ever saw it in use or decided anything about it. */
  record Withdrawn(Profile profile) implements WorkGroup {
    @Override
    public @Nullable CleanupDecision decision() {
      return null;
    }
  }

  /**
   * Known from a register only, until its platform's id appeared.
   *
   * @param into the same group under that id
   * @param former the entry as it was; null of one that was joined before that was kept
   */
  record Joined(Profile profile, GroupId into, @Nullable WorkGroup former) implements WorkGroup {
    @Override
    public @Nullable CleanupDecision decision() {
      return null;
    }
  }

  default GroupId id() {
    return profile().id();
  }

  /** The word for this state. */
  default GroupState state() {
    return switch (this) {
      case Observed _ -> GroupState.OBSERVED;
      case Declared _ -> GroupState.DECLARED;
      case Filed _ -> GroupState.FILED;
      case Active _ -> GroupState.ACTIVE;
      case Warned _ -> GroupState.WARNED;
      case Dissolving _ -> GroupState.DISSOLVING;
      case Dissolved _ -> GroupState.DISSOLVED;
      case Merging _ -> GroupState.MERGING;
      case Merged _ -> GroupState.MERGED;
      case Archived _ -> GroupState.ARCHIVED;
      case Withdrawn _ -> GroupState.WITHDRAWN;
      case Joined _ -> GroupState.JOINED;
    };
  }

  /** Whether its unit says that there is such a group. */
  default boolean isDeclared() {
    return !(this instanceof Observed || this instanceof Withdrawn || this instanceof Joined);
  }

  /** Whether it was decided to go on with the group although it had been silent since that day. */
  default boolean isKeptThough(LocalDate silentSince) {
    CleanupDecision decision = decision();
    return decision != null
        && !decision.ends()
        && decision.withdrawnOn() == null
        && !decision.decidedOn().isBefore(silentSince);
  }

  /** Whether it is as it was then, but for what was decided since and withdrawn. */
  default boolean isAgain(WorkGroup then) {
    return state() == then.state()
        && profile().isAgain(then.profile())
        && CleanupDecision.isAgain(decision(), then.decision());
  }

  /**
   * The day on which it ended for good; null while it goes on, or may be restored. What was
   * dissolved ended when it was, whenever it was archived.
   */
  default @Nullable LocalDate endedOn(LocalDate today) {
    return switch (this) {
      case Dissolved it when !it.decision().isRestorable(today) -> profile().since();
      case Archived _ -> profile().leftOffOn();
      case Merged _, Withdrawn _, Joined _ -> profile().since();
      default -> null;
    };
  }

  /** The same state with another profile. */
  default WorkGroup with(Profile other) {
    return switch (this) {
      case Observed _ -> new Observed(other);
      case Declared it -> new Declared(other, it.decision());
      case Filed it -> new Filed(other, it.decision());
      case Active it -> new Active(other, it.decision());
      case Warned it -> new Warned(other, it.decision());
      case Dissolving it -> new Dissolving(other, it.decision());
      case Dissolved it -> new Dissolved(other, it.decision());
      case Merging it -> new Merging(other, it.decision());
      case Merged it -> new Merged(other, it.decision());
      case Archived it -> new Archived(other, it.decision());
      case Withdrawn _ -> new Withdrawn(other);
      case Joined it -> new Joined(other, it.into(), it.former());
    };
  }
}
