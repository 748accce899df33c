package cn.jianfu.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Set;

/** Calls that give another answer every time. */
final class ClockOrDice {

  private static final Set<String> CALLS =
      Set.of(
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.lang.System.currentTimeMillis",
          "java.util.UUID.randomUUID",
          "java.lang.Math.random",
          "java.util.concurrent.ThreadLocalRandom.current");

  private ClockOrDice() {}

  static DescribedPredicate<JavaMethodCall> isRead() {
    return DescribedPredicate.describe("read a clock or throw dice", ClockOrDice::isRead);
  }

  private static boolean isRead(JavaMethodCall call) {
    var target = call.getTarget();
    var owner = target.getOwner().getName();
    var name = owner + "." + target.getName();
    // Given a clock, now() is the same for the same clock.
    var now =
        owner.startsWith("java.time.")
            && target.getName().equals("now")
            && target.getRawParameterTypes().stream()
                .noneMatch(type -> type.getName().equals("java.time.Clock"));
    return now || CALLS.contains(name);
  }
}
