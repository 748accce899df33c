package cn.jianfu.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

/** Waits for what happens soon, with one deadline for all tests. */
public final class Await {

  /** Long enough for a machine with much else to do. */
  private static final Duration DEADLINE = Duration.ofSeconds(90);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  /** Until the assertions hold. */
  public static void until(ThrowingRunnable assertions) {
    within(DEADLINE).untilAsserted(assertions);
  }

  /** Until there is such a value; gives it. */
  public static <T> T until(Callable<T> value, Predicate<? super T> condition) {
    return within(DEADLINE).until(value, condition);
  }

  public static ConditionFactory within(Duration deadline) {
    return Awaitility.await().atMost(deadline).pollInterval(PAUSE).pollDelay(Duration.ZERO);
  }
}
