package cn.jianfu.report.reference.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inspection round (专项轮次). Groups live at the end of {@code openedOn} are its baseline.
 *
 * @param scope the round is for this unit and everything below it
 * @param selfCheckDueOn last day of the self-check stage (自查)
 */
public record InspectionRound(
    String id,
    String nameZh,
    String nameEn,
    String scope,
    LocalDate openedOn,
    LocalDate selfCheckDueOn,
    @Nullable LocalDate closedOn) {

  /** What the wish leads to. */
  public static Ruling<InspectionRound> decide(
      @Nullable InspectionRound current, InspectionRound wish, OrgTree units) {
    if (wish.selfCheckDueOn().isBefore(wish.openedOn())) {
      return Ruling.declined(Refusal.ENDS_BEFORE_IT_BEGINS, "/selfCheckDueOn");
    }
    if (wish.closedOn() != null && wish.closedOn().isBefore(wish.openedOn())) {
      return Ruling.declined(Refusal.ENDS_BEFORE_IT_BEGINS, "/closedOn");
    }
    if (units.find(wish.scope()).isEmpty()) {
      return Ruling.declined(Refusal.UNIT_UNKNOWN, "/scope");
    }
    if (wish.equals(current)) {
      return Ruling.unchanged();
    }
    if (current != null && current.closedOn() != null) {
      return Ruling.declined(Refusal.CLOSED, "/closedOn");
    }
    // The baseline of the clean-up rate hangs on the opening.
    if (current != null && !current.openedOn().equals(wish.openedOn())) {
      return Ruling.declined(Refusal.OPENING_FIXED, "/openedOn");
    }
    if (current != null && !current.scope().equals(wish.scope())) {
      return Ruling.declined(Refusal.OPENING_FIXED, "/scope");
    }
    return Ruling.accepted(wish);
  }
}
