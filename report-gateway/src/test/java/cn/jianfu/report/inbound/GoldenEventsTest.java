package cn.jianfu.report.inbound;

import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.contracts.group.EventRetractedV1;
import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.contracts.group.RegisterImportedV1;
import cn.jianfu.contracts.group.SecrecyToldV1;
import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.contracts.group.WorkGroupRestatedV1;
import cn.jianfu.contracts.supervision.DayClosedV1;
import cn.jianfu.contracts.supervision.FindingContestedV1;
import cn.jianfu.contracts.supervision.FindingHandledV1;
import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.report.GroupServiceDouble;
import cn.jianfu.report.SampleEvents;
import cn.jianfu.report.TestUnits;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.TypedFact;
import cn.jianfu.report.fact.FactKind;
import cn.jianfu.report.fact.Facts;
import cn.jianfu.report.fact.TownRecord;
import cn.jianfu.report.readside.ReadSides;
import cn.jianfu.testkit.Golden;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each event's golden JSON goes through the broker and its binding to where it is known. */
class GoldenEventsTest {

  private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicLong SEQUENCE = new AtomicLong(900_000);

  @BeforeAll
  static void theDistrictHasUnits() {
    TestUnits.putInto(GATEWAY);
  }

  static Stream<EventType<?>> events() {
    // A closed day is what was computed already: nothing is computed of it.
    return EventCatalogue.ALL.stream().filter(type -> type.payload() != DayClosedV1.class);
  }

  @ParameterizedTest
  @MethodSource("events")
  void itsGoldenJsonIsUnderstoodAndKnown(EventType<?> type) {
    Object event = Golden.read(type);
    long before = touched();
    try (GroupServiceDouble owner = GATEWAY.groupService()) {
      String finding = findingOf(event);
      if (finding != null) {
        owner.says(finding, SampleEvents.zombie(finding, "golden", SampleEvents.TODAY));
        await().atMost(PATIENCE).until(() -> facts().finding(finding).blockOptional().isPresent());
        before = touched();
      }
      owner.sends(type, type.name(), SEQUENCE.incrementAndGet(), Golden.json(type));
    }
    long unheard = before;

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          isKnown(event);
          assertThat(touched()).as("its town is computed anew").isGreaterThan(unheard);
        });
  }

  /** The finding that people spoke of; null for another event. */
  private static @Nullable String findingOf(Object event) {
    return switch (event) {
      case FindingHandledV1 handled -> handled.findingId();
      case FindingContestedV1 contested -> contested.findingId();
      default -> null;
    };
  }

  private static void isKnown(Object event) {
    switch (event) {
      case WorkGroupEvent it ->
          assertThat(Objects.requireNonNull(facts().group(it.group().groupId()).block()).group())
              .isEqualTo(it.group());
      case WorkGroupRestatedV1 it ->
          assertThat(Objects.requireNonNull(facts().group(it.group().groupId()).block()).group())
              .isEqualTo(it.group());
      case MembersCountedV1 it ->
          assertThat(group(it.town(), it.groupId()).members())
              .containsEntry(it.takenOn(), it.members());
      case ActivityRecordedV1 it ->
          assertThat(group(it.town(), it.groupId()).days())
              .hasEntrySatisfying(
                  it.date(), day -> assertThat(day.messages()).isEqualTo(it.messages()));
      case FindingRaisedV1 it -> isKnown(it.finding());
      case FindingClearedV1 it -> isKnown(it.finding());
      case LoadSummarisedV1 it ->
          assertThat(facts().recordOf(it.town()).map(TownRecord::loads).block())
              .anySatisfy(load ->
                  assertThat(load.days().get(it.asOf()))
                      .isNotNull()
                      .satisfies(day -> assertThat(day.exposure()).isEqualTo(it.exposure())));
      case RegisterImportedV1 it ->
          assertThat(typed(it.town()))
              .contains(
                  new TypedFact(
                      TypedFact.Kind.IMPORT,
                      it.importId(),
                      new TreeMap<>(Map.of(it.importedOn(), it.answers()))));
      // Of the golden file's two days a person spoke on one.
      case SecrecyToldV1 it ->
          assertThat(typed(it.town()))
              .contains(
                  new TypedFact(
                      TypedFact.Kind.SECRECY,
                      it.unit(),
                      new TreeMap<>(Map.of(LocalDate.of(2026, 11, 1), 2))));
      // It takes back what its golden file says of a group that is not known otherwise.
      case EventRetractedV1 it -> assertThat(it.event()).contains("wr-9");
      case SelfCheckChangedV1 it ->
          assertThat(facts().count(FactKind.SELF_CHECK, it.town()).block()).isPositive();
      case PushesCountedV1 it ->
          assertThat(facts().recordOf(it.town()).map(TownRecord::pushes).block())
              .anySatisfy(source -> {
                assertThat(source.source()).isEqualTo(it.source());
                assertThat(source.days())
                    .hasEntrySatisfying(
                        it.day(),
                        day -> {
                          assertThat(day.accepted()).isEqualTo(it.accepted());
                          assertThat(day.declinedEvents())
                              .isEqualTo(
                                  it.declined().stream().mapToLong(why -> why.events()).sum());
                        });
              });
      // Of the gateway's own events it hears what they touch: the town that is computed anew.
      default -> assertThat(EventCatalogue.of(event).name()).startsWith("supervision.");
    }
  }

  private static void isKnown(FindingV1 finding) {
    assertThat(Objects.requireNonNull(facts().finding(finding.findingId()).block()))
        .satisfies(known -> {
          assertThat(known.evidence()).isEqualTo(finding.evidence());
          assertThat(known.runs())
              .anySatisfy(run -> assertThat(run.raisedOn()).isEqualTo(finding.raisedOn()));
        });
  }

  private static GroupFact group(String town, String id) {
    return Objects.requireNonNull(
        facts()
            .recordOf(town)
            .flatMapIterable(TownRecord::groups)
            .filter(it -> it.groupId().equals(id))
            .blockFirst());
  }

  private static List<TypedFact> typed(String town) {
    return Objects.requireNonNull(facts().recordOf(town).map(TownRecord::typed).block());
  }

  private static Facts facts() {
    return readSides().active().facts();
  }

  private static long touched() {
    return Objects.requireNonNull(readSides().active().views().dirty(XINDIAN).block());
  }

  private static ReadSides readSides() {
    return GATEWAY.context().getBean(ReadSides.class);
  }
}
