package cn.jianfu.report.compliance.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That the declaration of a group was taken back as an error.
 *
 * @param declaredOn null where only the withdrawal was told of
 * @param by null where it is not known
 */
public record Withdrawal(@Nullable LocalDate declaredOn, LocalDate on, @Nullable WithdrawnBy by) {

  /** Who did it, by role and unit and never by name. */
  public record WithdrawnBy(String role, String unit) {}

  /** All that a group's states tell of, oldest first. */
  static List<Withdrawal> among(List<Transition> states) {
    List<Withdrawal> all = new ArrayList<>();
    LocalDate declaredOn = null;
    for (Transition entered : states) {
      if (entered.state() == GroupState.WITHDRAWN) {
        all.add(new Withdrawal(declaredOn, entered.on(), null));
      }
      if (entered.state().neverWas()) {
        declaredOn = null;
      } else if (declaredOn == null && entered.state() != GroupState.OBSERVED) {
        declaredOn = entered.on();
      }
    }
    return List.copyOf(all);
  }

  Withdrawal by(@Nullable WithdrawnBy who) {
    return new Withdrawal(declaredOn, on, who);
  }
}
