package cn.jianfu.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, with a deadline. */
final class Await {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Await() {}

  /**
   * Blocks until it holds.
   *
   * @return how long that took
   */
  static Duration until(String what, BooleanSupplier holds) {
    return until(what, Duration.ofMillis(20), holds);
  }

  static Duration until(String what, Duration pause, BooleanSupplier holds) {
    return until(what, LONGEST, pause, holds);
  }

  /** The same for what may take longer than all else. */
  static Duration until(String what, Duration longest, Duration pause, BooleanSupplier holds) {
    return until(what, longest, pause, holds, () -> "");
  }

  /**
   * The same.
   *
   * @param howItStands said when the patience is over
   */
  static Duration until(String what, BooleanSupplier holds, Supplier<String> howItStands) {
    return until(what, LONGEST, Duration.ofMillis(20), holds, howItStands);
  }

  private static Duration until(
      String what,
      Duration longest,
      Duration pause,
      BooleanSupplier holds,
      Supplier<String> howItStands) {
    long begun = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - begun > longest.toNanos()) {
        throw new IllegalStateException(
            "not within " + longest + ": " + what + " " + howItStands.get());
      }
      LockSupport.parkNanos(pause.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
