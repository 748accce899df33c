package cn.jianfu.report.readside;

import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.TestUnits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RecomputeTest {

  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  private final TownViews views = new TownViews(TestDatabases.fresh(), "");

  /** What a binding does before it tells the worker: then it was killed. */
  @Test
  void killedBetweenTheEventAndItsViewTheTownIsComputedLater() {
    GatewayUnderTest gateway = GatewayUnderTest.shared();
    TestUnits.putInto(gateway);
    ReadSides sides = gateway.context().getBean(ReadSides.class);
    String id = PARTY_OFFICE + "/WECOM/killed";

    sides.apply(List.of(event(id, 1, filed(id, "被杀之前", TODAY)))).block();

    long marked = dirty(sides.active().views());
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(view(sides.active().views()).get("computedFrom", 0L))
                .isGreaterThanOrEqualTo(marked));
  }

  @Test
  void anEventThatIsHeardTwiceMarksItsTownTwice() {
    ReadSide side = ReadSide.of(TestDatabases.fresh(), 0, Heard::dayOf, Heard.MACHINE);
    var heard = List.of(event("g", 1, filed("g", "群", TODAY)));

    side.apply(heard).block();
    side.apply(heard).block();

    assertThat(dirty(side.views())).isEqualTo(2);
  }

  @Test
  void aTownThatIsTouchedWhileItIsComputedStaysDue() {
    views.touch(Set.of(XINDIAN)).block();
    long seen = dirty(views);
    views.touch(Set.of(XINDIAN)).block();

    written(seen);

    assertThat(views.due().collectList().block()).containsExactly(XINDIAN);
    written(dirty(views));
    assertThat(views.due().collectList().block()).isEmpty();
  }

  /** Open pages and streams pass over what is older than they have heard. */
  @Test
  void theVersionsOfARebuiltViewAreAboveThoseBeforeIt() {
    ReadSide before = ReadSide.of(TestDatabases.fresh(), 0, Heard::dayOf, Heard.MACHINE);
    ReadSide rebuilt = ReadSide.of(TestDatabases.fresh(), 1, Heard::dayOf, Heard.MACHINE);
    for (int i = 0; i < 3; i++) {
      before.views().touch(Set.of(XINDIAN)).block();
      written(before.views(), dirty(before.views()));
    }
    rebuilt.views().touch(Set.of(XINDIAN)).block();

    assertThat(written(rebuilt.views(), 1))
        .isGreaterThan(Objects.requireNonNull(view(before.views()).getLong("version")));
  }

  @Test
  void aViewOfEarlierFactsNeverReplacesOneOfLater() {
    views.touch(Set.of(XINDIAN)).block();
    views.touch(Set.of(XINDIAN)).block();

    assertThat(written(2)).isNotNull();
    assertThat(written(1)).isNull();
    assertThat(view(views).getString("row")).isEqualTo("row 2");
  }

  @Test
  void aViewOfAnotherDayOrAnotherFormulaIsComputedAgain() {
    views.touch(Set.of(XINDIAN)).block();
    assertThat(views.touchOutdated(TODAY, 2).block()).as("not computed yet").isZero();
    written(1);

    assertThat(views.touchOutdated(TODAY, 2).block()).isZero();
    assertThat(views.touchOutdated(TODAY, 3).block()).isEqualTo(1);
    assertThat(views.touchOutdated(TODAY.plusDays(1), 2).block()).isEqualTo(1);
    assertThat(views.due().collectList().block()).containsExactly(XINDIAN);
  }

  private @org.jspecify.annotations.Nullable Long written(long dirty) {
    return written(views, dirty);
  }

  private static @org.jspecify.annotations.Nullable Long written(TownViews to, long dirty) {
    return to.write(XINDIAN, dirty, TODAY, 2, NOW, "row " + dirty, "{}").block();
  }

  private static Document view(TownViews of) {
    return Objects.requireNonNull(of.view(XINDIAN).block());
  }

  private static long dirty(TownViews of) {
    return Objects.requireNonNull(of.dirty(XINDIAN).block());
  }
}
