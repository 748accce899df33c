package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By when a group is to have ended, or to be put right, as it was decided first: who decides the
 * same again has no more time for it.
 *
 * @param all at most one of each duty
 */
public record Deadlines(List<Deadline> all) {

  public static final Deadlines NONE = new Deadlines(List.of());

  /** What is to be done; that a group ends is one thing, whether it is dissolved or merged. */
  public enum Duty {
    END,
    STANDARDISE;

    /** Null of a decision that asks nothing of anybody. */
    static @Nullable Duty of(DecisionKind kind) {
      return switch (kind) {
        case DISSOLVE, MERGE -> END;
        case STANDARDISE -> STANDARDISE;
        case KEEP -> null;
      };
    }
  }

  /**
   * A day by which something is to be done.
   *
   * @param givenUpOn since when no decision asks for it; null while one does
   */
  public record Deadline(Duty duty, LocalDate dueOn, @Nullable LocalDate givenUpOn) {

    boolean binds(LocalDate today, @Nullable Integer lapseDays) {
      return givenUpOn == null || lapseDays == null || givenUpOn.plusDays(lapseDays).isAfter(today);
    }
  }

  public Deadlines {
    all = List.copyOf(all);
  }

  /** Those of a group of which only the latest decision is known. */
  public static Deadlines of(@Nullable CleanupDecision decision) {
    if (decision == null || decision.executedOn() != null) {
      return NONE;
    }
    Deadlines open = NONE.setBy(decision);
    LocalDate withdrawnOn = decision.withdrawnOn();
    return withdrawnOn == null ? open : open.givenUp(decision.kind(), withdrawnOn);
  }

  /**
   * The day that a decision of that kind has to keep; null for none.
   *
   * @param lapseDays after how many days a day that was given up binds no more; null for never
   */
  @Nullable LocalDate binding(DecisionKind kind, LocalDate today, @Nullable Integer lapseDays) {
    Deadline known = of(Duty.of(kind));
    return known != null && known.binds(today, lapseDays) ? known.dueOn() : null;
  }

  /** Whether a day that still binds has passed. */
  boolean isOverdue(LocalDate today, @Nullable Integer lapseDays) {
    return all.stream().anyMatch(it -> it.binds(today, lapseDays) && it.dueOn().isBefore(today));
  }

  Deadlines setBy(CleanupDecision decision) {
    Duty duty = Duty.of(decision.kind());
    return duty == null ? this : without(duty).with(new Deadline(duty, decision.dueOn(), null));
  }

  Deadlines givenUp(DecisionKind kind, LocalDate on) {
    Deadline known = of(Duty.of(kind));
    return known == null
        ? this
        : without(known.duty()).with(new Deadline(known.duty(), known.dueOn(), on));
  }

  /** What was to be done is done. */
  Deadlines met(DecisionKind kind) {
    return without(Duty.of(kind));
  }

  /** Of two that are one group, the earlier day of each. */
  Deadlines and(Deadlines other) {
    return new Deadlines(
        Arrays.stream(Duty.values())
            .map(duty -> earlier(of(duty), other.of(duty)))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList());
  }

  /** Without what came with the other, which this had not before. */
  Deadlines without(Deadlines other, Deadlines before) {
    return new Deadlines(
        Arrays.stream(Duty.values())
            .map(duty -> isSameDay(of(duty), other.of(duty)) ? before.of(duty) : of(duty))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList());
  }

  private static boolean isSameDay(@Nullable Deadline one, @Nullable Deadline other) {
    return one != null && other != null && one.dueOn().equals(other.dueOn());
  }

  private static @Nullable Deadline earlier(@Nullable Deadline one, @Nullable Deadline other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.dueOn().isBefore(one.dueOn()) ? other : one;
  }

  private @Nullable Deadline of(@Nullable Duty duty) {
    return all.stream().filter(each -> each.duty() == duty).findFirst().orElse(null);
  }

  private Deadlines without(@Nullable Duty duty) {
    return new Deadlines(all.stream().filter(each -> each.duty() != duty).toList());
  }

  private Deadlines with(Deadline next) {
    return new Deadlines(
        Stream.concat(all.stream(), Stream.of(next))
            .sorted(Comparator.comparing(Deadline::duty))
            .toList());
  }
}
