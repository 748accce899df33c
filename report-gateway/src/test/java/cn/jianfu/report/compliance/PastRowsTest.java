package cn.jianfu.report.compliance;

import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.filed;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.compliance.domain.Change;
import cn.jianfu.report.fact.Facts;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.TownDays;
import cn.jianfu.report.readside.TownViews;
import cn.jianfu.report.reference.Reference;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.OrgUnit.Kind;
import cn.jianfu.report.reference.domain.OrgUnit.Level;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How many groups a town declared in a week of the past, told bit by bit. */
class PastRowsTest {

  private static final String TOWN = "350213778000";
  private static final String OTHER = "350213779000";
  private static final LocalDate DAY = TODAY.minusMonths(2);

  private final GatewayUnderTest gateway = GatewayUnderTest.shared();
  private final Reference reference = gateway.context().getBean(Reference.class);
  private final ReadSide side = ofGeneration(0, TestDatabases.fresh());
  private final PastRows rows =
      new PastRows(new PastTowns(gateway.context().getBean(TownFactsReader.class), reference));

  @Test
  void aFactThatComesLateIsInTheNextAnswer() {
    told("a");
    assertThat(declared(side)).isEqualTo(1);

    told("b");

    assertThat(declared(side)).isEqualTo(2);
  }

  @Test
  void aTownThatNobodyTouchedIsNotComputedAgain() {
    told("a");
    assertThat(declared(side)).isEqualTo(1);

    writtenUnmarked("b");
    assertThat(declared(side)).isEqualTo(1);

    side.views().touch(List.of(TOWN)).block();
    assertThat(declared(side)).isEqualTo(2);
  }

  @Test
  void anotherDayIsOfTheSameFactsUntilTheTownIsTouched() {
    told("a");
    assertThat(declared(side, DAY.minusDays(1))).isEqualTo(1);

    writtenUnmarked("b");
    assertThat(declared(side)).as("read with the day before").isEqualTo(1);

    side.views().touch(List.of(TOWN)).block();
    assertThat(declared(side)).isEqualTo(2);
    assertThat(declared(side, DAY.minusDays(1))).isEqualTo(2);
  }

  /** It has read the town whole, and so what was missed before. */
  @Test
  void aTownWhoseHistoryWasWrittenIsComputedAgain() {
    told("a");
    assertThat(declared(side)).isEqualTo(1);

    writtenUnmarked("b");
    side.views().writeHistory(TOWN, 1, TODAY, "[]", "[]").block();

    assertThat(declared(side)).isEqualTo(2);
  }

  @Test
  void byOtherReferenceDataEveryTownIsComputedAgain() {
    told("a");
    assertThat(declared(side)).isEqualTo(1);

    writtenUnmarked("b");
    reference.refresh().block();

    assertThat(declared(side)).isEqualTo(2);
  }

  @Test
  void whatWasOfOneGenerationIsNotTakenForAnothers() {
    told("a");
    ReadSide next = ofGeneration(1, TestDatabases.fresh());
    next.apply(List.of(group(TOWN, "a"), group(TOWN, "b"))).block();

    assertThat(declared(side)).isEqualTo(1);
    assertThat(declared(next)).isEqualTo(2);
  }

  @Test
  void rowsComeInTheOrderOfTheTownsKnownOrNot() {
    told("a");
    assertThat(declared(side)).isEqualTo(1);

    assertThat(
            rows.on(side, DAY, List.of(town(OTHER), town(TOWN), town("350213780000")))
                .map(TownRow::town)
                .collectList()
                .block())
        .containsExactly(OTHER, TOWN, "350213780000");
  }

  @Test
  void departmentsOfWhichNobodyToldAreNotComputed() {
    OrgUnit departments = place(Level.DISTRICT, "350213000000");

    assertThat(rows.on(side, DAY, List.of(town(TOWN), departments)).collectList().block())
        .extracting(TownRow::town)
        .containsExactly(TOWN);
  }

  private static OrgUnit town(String code) {
    return place(Level.TOWN, code);
  }

  private static OrgUnit place(Level level, String code) {
    return new OrgUnit(
        code, code, code, level, Kind.PARTY_GOV, null, List.of(code), null, DAY, null);
  }

  private void told(String id) {
    side.apply(List.of(group(TOWN, id))).block();
  }

  private void writtenUnmarked(String id) {
    side.facts().apply(List.of(group(TOWN, id))).block();
  }

  private int declared(ReadSide of) {
    return declared(of, DAY);
  }

  private int declared(ReadSide of, LocalDate day) {
    TownRow row = Objects.requireNonNull(rows.on(of, day, List.of(town(TOWN))).blockLast());
    return row.changes().getOrDefault(Change.What.GROUP_DECLARED, 0);
  }

  private static InboundEvent group(String town, String id) {
    String unit = town.substring(0, 9) + "901";
    String groupId = unit + "/WECOM/" + id;
    return event(groupId, 1, filed(town, unit, groupId, id, DAY.minusDays(2)));
  }

  private static ReadSide ofGeneration(long generation, MongoDatabase database) {
    return new ReadSide(
        generation,
        new Facts(database, "", Heard::dayOf, Heard.MACHINE),
        new TownViews(database, ""),
        new TownDays(database, ""));
  }
}
