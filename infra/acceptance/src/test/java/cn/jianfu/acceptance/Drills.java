package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.acceptance.Fault.Kind;
import cn.jianfu.allinone.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Lets faults happen, sees that they have, and puts right what a person or an engine would. */
final class Drills {

  private static final int MOST_WRITES_WITHOUT_BROKER = 1_500;
  private static final Duration LONG_ENOUGH_TO_BE_FELT = Duration.ofSeconds(2);

  /** Longer than the session of a reader. */
  private static final Duration LONGER_THAN_A_SESSION = Duration.ofSeconds(15);

  private static final Set<Fault> ONCE_SO_LONG =
      Set.of(
          new Fault(Kind.PAUSED, Part.BROKER),
          new Fault(Kind.PAUSED, Part.GROUP_SERVICE),
          new Fault(Kind.CUT_FROM_BROKER, Part.REPORT_GATEWAY));

  private final ContainerPlatform platform;
  private final Ledger ledger;
  private final Random random;
  private final Map<Kind, Integer> struck = new EnumMap<>(Kind.class);
  private final Set<Fault> lastedLong = new HashSet<>();

  /**
   * @param ledger of what is written while the broker stands still
   */
  Drills(ContainerPlatform platform, Ledger ledger, Random random) {
    this.platform = platform;
    this.ledger = ledger;
    this.random = random;
  }

  Ledger ledger() {
    return ledger;
  }

  void strike(Fault fault) {
    long begun = System.nanoTime();
    Part part = fault.part();
    switch (fault.kind()) {
      case KILLED -> killed(part);
      case PAUSED -> paused(fault);
      case STOPPED -> stopped(fault);
      case CUT_FROM_BROKER -> cutFromBroker(fault);
      case OUTBOX_FILLED -> outboxFilled();
      case ALL_RESTARTED -> allRestarted(part);
    }
    struck.merge(fault.kind(), 1, Integer::sum);
    System.out.printf(
        "%2d %s: over after %.1f s%n",
        struck(), fault, Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
  }

  private void killed(Part part) {
    platform.kill(part);
    assertThat(platform.runs(part)).as("%s runs", part).isFalse();
    platform.start(part);
  }

  private void paused(Fault fault) {
    Part part = fault.part();
    platform.pause(part);
    assertThat(platform.isPaused(part)).as("%s stands still", part).isTrue();
    letItBeFelt(fault);
    platform.unpause(part);
    assertThat(platform.isPaused(part)).as("%s stands still", part).isFalse();
  }

  private void stopped(Fault fault) {
    Part part = fault.part();
    platform.stop(part);
    assertThat(platform.runs(part)).as("%s runs", part).isFalse();
    letItBeFelt(fault);
    platform.start(part);
  }

  private void cutFromBroker(Fault fault) {
    Part part = fault.part();
    platform.cutFromBroker(part);
    assertThat(platform.reachesBroker(part)).as("%s reaches the broker", part).isFalse();
    letItBeFelt(fault);
    platform.mend(part);
    assertThat(platform.reachesBroker(part)).as("%s reaches the broker", part).isTrue();
  }

  private void outboxFilled() {
    platform.pause(Part.BROKER);
    try {
      int number = 0;
      var refused = ledger.declareOrBeRefused(number);
      while (refused.isEmpty() && number++ < MOST_WRITES_WITHOUT_BROKER) {
        refused = ledger.declareOrBeRefused(number);
      }
      assertThat(refused)
          .as("refused after %d writes", number)
          .hasValueSatisfying(it -> {
            assertThat(it.status()).isEqualTo(503);
            assertThat(it.retryAfter()).isNotEmpty();
          });
    } finally {
      platform.unpause(Part.BROKER);
    }
  }

  private void allRestarted(Part first) {
    List<Part> parts = new ArrayList<>(Arrays.asList(Part.values()));
    Collections.shuffle(parts, random);
    parts.forEach(platform::kill);
    assertThat(parts).as("parts that run").noneMatch(platform::runs);
    Collections.shuffle(parts, random);
    parts.remove(first);
    parts.addFirst(first);
    System.out.println("   started in the order " + parts);
    parts.forEach(platform::startOnly);
    parts.forEach(platform::awaitHealthy);
  }

  private void letItBeFelt(Fault fault) {
    boolean isLong = ONCE_SO_LONG.contains(fault) && lastedLong.add(fault);
    LockSupport.parkNanos((isLong ? LONGER_THAN_A_SESSION : LONG_ENOUGH_TO_BE_FELT).toNanos());
  }

  int struck() {
    return struck.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How often what has happened. */
  String table() {
    return "drills: " + struck() + " faults " + struck;
  }
}
