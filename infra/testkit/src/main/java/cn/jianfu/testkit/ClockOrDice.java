package cn.jianfu.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Set;

/** Methods and constructors that give another answer every time, called or referred to. */
final class ClockOrDice {

  private static final Set<String> METHODS =
      Set.of(
          "java.lang.Math.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.security.SecureRandom.getInstance",
          "java.security.SecureRandom.getInstanceStrong",
          "java.time.Clock.system",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickMinutes",
          "java.time.Clock.tickSeconds",
          "java.time.InstantSource.system",
          "java.util.Calendar.getInstance",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of",
          "org.bson.types.ObjectId.get");

  /** With an argument they are a function of it. */
  private static final Set<String> MADE_OF_NOTHING =
      Set.of(
          "java.util.Date",
          "java.util.Random",
          "java.util.SplittableRandom",
          "org.bson.types.ObjectId");

  /** A seed is only added to what they have by themselves. */
  private static final Set<String> ALWAYS_DICE = Set.of("java.security.SecureRandom");

  private ClockOrDice() {}

  static DescribedPredicate<JavaAccess<?>> isRead() {
    return DescribedPredicate.describe("read a clock or throw dice", ClockOrDice::isRead);
  }

  private static boolean isRead(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target && isRead(target);
  }

  private static boolean isRead(CodeUnitAccessTarget target) {
    var owner = target.getOwner().getName();
    var given = target.getRawParameterTypes();
    return switch (target.getName()) {
      case JavaConstructor.CONSTRUCTOR_NAME ->
          (given.isEmpty() && MADE_OF_NOTHING.contains(owner)) || ALWAYS_DICE.contains(owner);
      // Given a clock, now() is the same for the same clock.
      case "now" ->
          owner.startsWith("java.time.")
              && given.stream().noneMatch(type -> type.getName().equals("java.time.Clock"));
      default -> METHODS.contains(owner + "." + target.getName());
    };
  }
}
