package cn.jianfu.report.console;

import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.report.group.Degraded;
import cn.jianfu.report.group.OrderTold;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a group, or would.
 *
 * @param state after it; as it is when nothing becomes of it
 * @param dueOn by when it is to be carried out; null when nothing is
 * @param restoreUntil the last day on which it can be undone once it is done; null when none is set
 * @param sentence why group-service declines it, in the reader's language; null when it does not
 * @param why there is no answer: AWAY, REFUSED, BUSY or NOT_ASKED; null when there is one
 * @param version of the group, to be expected by what comes next
 */
record RegisterOutcome(
    RegisterRow row,
    Kind kind,
    String state,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate restoreUntil,
    @Nullable String sentence,
    @Nullable String why,
    long version) {

  /** How it ends. */
  enum Kind {
    DONE,
    /** It is so already. */
    SAME,
    DECLINED,
    /** Nobody knows; the same may be sent again. */
    UNHEARD
  }

  static RegisterOutcome of(RegisterRow row, OrderTold told) {
    return switch (told) {
      case OrderTold.Taken(var state, var decision, long version, boolean changed) ->
          new RegisterOutcome(
              row,
              changed ? Kind.DONE : Kind.SAME,
              state,
              due(decision),
              decision == null ? null : decision.restoreUntil(),
              null,
              null,
              version);
      case OrderTold.Declined(_, var because) ->
          without(row, Kind.DECLINED, because.sentence(), null);
      case OrderTold.Nothing(var why) ->
          without(row, why == Degraded.REFUSED ? Kind.DECLINED : Kind.UNHEARD, null, why.name());
    };
  }

  private static RegisterOutcome without(
      RegisterRow row, Kind kind, @Nullable String sentence, @Nullable String why) {
    return new RegisterOutcome(row, kind, row.state(), null, null, sentence, why, 0);
  }

  private static @Nullable LocalDate due(@Nullable DecisionV1 decision) {
    return decision == null || decision.executedOn() != null || decision.withdrawnOn() != null
        ? null
        : decision.dueOn();
  }

  public String look() {
    return GroupStates.look(state);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
