package cn.jianfu.report.compliance;

import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.closing.CaughtUp;
import cn.jianfu.report.closing.Closings;
import cn.jianfu.report.closing.DayClosings;
import cn.jianfu.report.closing.domain.DayClosing;
import cn.jianfu.report.compliance.domain.Fixtures;
import cn.jianfu.report.compliance.domain.Metric;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.OrgUnit;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** A day is closed once, whatever happens when; it is noon of the twenty-third at first. */
class CloseDaysTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 22);
  private static final ClosingProperties SETTINGS =
      new ClosingProperties(Duration.ofHours(6), 31, Duration.ofSeconds(20));
  private static final District DISTRICT =
      Fixtures.district(Fixtures.rules().with("G-ZOMB", "M").set());

  private final MongoDatabase database = TestDatabases.fresh();
  private final DayClosings closings = Closings.in(database);
  private final MovedClock clock = new MovedClock();
  private final AtomicBoolean read = new AtomicBoolean(true);
  private int groups = 1;
  private List<OrgUnit> places = DISTRICT.units().towns();

  @Example
  void theDayBeforeIsClosedWithWhatIsKnownOfIt() {
    instance().tick().block();

    DayClosing closing = Objects.requireNonNull(closings.of(XINDIAN, YESTERDAY).block());
    assertThat(closing.closedAt()).isEqualTo(clock.instant());
    assertThat(closing.late()).isFalse();
    assertThat(groupsOf(closing)).isEqualTo(1);
  }

  @Example
  void departmentsAreClosedLikeATownOnceTheyHaveGroups() {
    places = DISTRICT.units().places();
    String top = places.getLast().orgCode();
    groups = 0;
    instance().tick().block();
    assertThat(closings.of(XINDIAN, YESTERDAY).block()).isNotNull();
    assertThat(closings.of(top, YESTERDAY).block()).isNull();

    groups = 1;
    clock.moves(Duration.ofDays(1));
    instance().tick().block();
    assertThat(closings.of(top, YESTERDAY.plusDays(1)).block()).isNotNull();
  }

  @Example
  void whatIsLearntAfterwardsDoesNotChangeAClosingHoweverOftenItTicks() {
    CloseDays one = instance();
    one.tick().block();
    List<Document> before = Closings.stored(database);
    groups = 7;
    clock.moves(Duration.ofHours(3));

    one.tick().block();
    instance().tick().block();

    assertThat(Closings.stored(database)).isEqualTo(before).hasSize(1);
  }

  @Example
  void nothingIsClosedBeforeWhatIsSentInTheNightHasCome() {
    clock.moves(Duration.ofHours(-7));

    instance().tick().block();

    assertThat(closings.lastDay(XINDIAN).block())
        .as("at five in the morning the day before yesterday is the last one to close")
        .isEqualTo(YESTERDAY.minusDays(1));
  }

  @Example
  void nothingIsClosedBeforeEverythingIsReadThatWasSaid() {
    read.set(false);
    CloseDays one = instance();
    one.tick().block();
    assertThat(Closings.stored(database)).isEmpty();

    read.set(true);
    one.tick().block();
    assertThat(Closings.stored(database)).hasSize(1);
  }

  @Example
  void whatWasMissedIsMadeUpForAndSaysSo() {
    instance().tick().block();
    clock.moves(Duration.ofDays(3));

    instance().tick().block();

    assertThat(lateOn(1)).isTrue();
    assertThat(lateOn(2)).isTrue();
    assertThat(lateOn(3)).isFalse();
  }

  @Example
  void aYearThatWasMissedIsNotMadeUpForWhole() {
    instance().tick().block();
    clock.moves(Duration.ofDays(365));

    instance().tick().block();

    assertThat(Closings.stored(database)).hasSize(1 + 31);
  }

  /** Ticks of several instances, restarts, new facts and time that passes, in any order. */
  @Property(tries = 40)
  void everyDayIsClosedOnceInAnyOrderOfTicksAndEvents(@ForAll long seed) {
    Random random = new Random(seed);
    MongoDatabase own = TestDatabases.fresh();
    CloseDaysTest world = new CloseDaysTest();
    List<CloseDays> instances = new ArrayList<>(List.of(world.on(own), world.on(own)));
    Map<String, Document> first = new HashMap<>();

    for (int step = 0; step < 30; step++) {
      switch (random.nextInt(5)) {
        case 0 -> world.groups = random.nextInt(9);
        case 1 -> world.clock.moves(Duration.ofHours(random.nextInt(40)));
        case 2 -> world.read.set(random.nextInt(4) > 0);
        case 3 -> instances.set(random.nextInt(2), world.on(own));
        default -> instances.get(random.nextInt(2)).tick().block();
      }
      for (Document closing : Closings.stored(own)) {
        Document known = first.putIfAbsent(closing.getString("_id"), closing);
        assertThat(known == null ? closing : known).isEqualTo(closing);
        assertThat(closing.getList("outbox", Document.class)).hasSize(1);
      }
    }

    List<LocalDate> days =
        first.values().stream()
            .map(it -> LocalDate.parse(it.get("state", Document.class).getString("day")))
            .sorted()
            .toList();
    assertThat(days).doesNotHaveDuplicates();
    if (days.size() > 1 && days.size() < 31) {
      assertThat(days.getLast())
          .as("no day is left out")
          .isEqualTo(days.getFirst().plusDays(days.size() - 1L));
    }
  }

  private boolean lateOn(int days) {
    return Objects.requireNonNull(closings.of(XINDIAN, YESTERDAY.plusDays(days)).block()).late();
  }

  private static long groupsOf(DayClosing closing) {
    return closing.shown().metrics().stream()
        .filter(metric -> metric.id().equals("M01"))
        .mapToLong(Metric::numerator)
        .sum();
  }

  private CloseDays instance() {
    return on(database);
  }

  private CloseDays on(MongoDatabase store) {
    CaughtUp caughtUp = _ -> Mono.fromSupplier(read::get);
    return new CloseDays(
        () -> places,
        town -> Mono.fromSupplier(() -> facts(town)),
        Closings.in(store),
        caughtUp,
        new JobLease(store, InstantSource.system()),
        new DistrictClock(clock),
        SETTINGS);
  }

  private TownFacts facts(String town) {
    return Fixtures.townWithGroups(town, DISTRICT, groups);
  }

  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T04:00:00Z");

    void moves(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
