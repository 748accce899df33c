package cn.jianfu.report.console;

import org.jspecify.annotations.Nullable;

/** What is to become of the groups that were chosen. */
enum RegisterAction {
  DISSOLVE,
  MERGE,
  KEEP,
  STANDARDISE,
  EXECUTE,
  WITHDRAW,
  RESTORE,
  /** They were declared in error. */
  UNDECLARE;

  /** Whether it is a cleanup decision, which has a reason. */
  public boolean decides() {
    return switch (this) {
      case DISSOLVE, MERGE, KEEP, STANDARDISE -> true;
      case EXECUTE, WITHDRAW, RESTORE, UNDECLARE -> false;
    };
  }

  /** Whether something is to be done by a day; what is kept stays as it is. */
  public boolean dated() {
    return decides() && this != KEEP;
  }

  /**
   * What undoes it for a group that is in that state now; null when nothing does.
   *
   * @param state after it
   */
  @Nullable RegisterAction undoneBy(String state) {
    return switch (this) {
      case DISSOLVE, MERGE, KEEP, STANDARDISE -> WITHDRAW;
      case EXECUTE -> state.equals("DISSOLVED") ? RESTORE : null;
      // What was an error is declared anew where it is told; the others go back to what was decided
      // before.
      case WITHDRAW, RESTORE, UNDECLARE -> null;
    };
  }
}
