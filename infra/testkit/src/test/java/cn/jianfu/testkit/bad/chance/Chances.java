package cn.jianfu.testkit.bad.chance;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.bson.types.ObjectId;

/** Ways to get another answer every time, one a class, and ways that give the same one. */
public final class Chances {

  private Chances() {}

  public static final class OfTheSystemClock {
    Clock it = Clock.systemUTC();
  }

  public static final class OfAZonedClock {
    Clock it = Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  public static final class OfAnInstantSource {
    InstantSource it = InstantSource.system();
  }

  public static final class OfToday {
    LocalDate it = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }

  public static final class OfMillis {
    long it = System.currentTimeMillis();
  }

  public static final class OfNanos {
    long it = System.nanoTime();
  }

  @SuppressWarnings("JavaUtilDate")
  public static final class OfADate {
    Object it = new Date();
  }

  public static final class OfARandom {
    Random it = new Random();
  }

  public static final class OfASecureRandom {
    SecureRandom it = new SecureRandom();
  }

  public static final class OfThisThread {
    ThreadLocalRandom it = ThreadLocalRandom.current();
  }

  public static final class OfTheDefaultGenerator {
    RandomGenerator it = RandomGenerator.getDefault();
  }

  public static final class OfANamedGenerator {
    RandomGenerator it = RandomGenerator.of("L64X128MixRandom");
  }

  public static final class OfMath {
    double it = Math.random();
  }

  public static final class OfAUuid {
    UUID it = UUID.randomUUID();
  }

  public static final class OfAnObjectId {
    ObjectId it = new ObjectId();
  }

  public static final class OfTheNextObjectId {
    ObjectId it = ObjectId.get();
  }

  public static final class OfAMethodReference {
    LongSupplier it = System::nanoTime;
  }

  public static final class OfAConstructorReference {
    Supplier<ObjectId> it = ObjectId::new;
  }

  public static final class OfALambda {
    Supplier<Instant> it = () -> Instant.now();
  }

  /** The same for the same arguments. */
  public static final class None {
    Instant at(Clock clock) {
      return Instant.now(clock);
    }

    Random lot(long seed) {
      return new Random(seed);
    }

    ObjectId known(String hex) {
      return new ObjectId(hex);
    }
  }
}
