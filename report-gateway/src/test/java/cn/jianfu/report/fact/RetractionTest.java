package cn.jianfu.report.fact;

import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.Heard.sincePutBack;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.TOWN_OFFICE;
import static cn.jianfu.report.SampleEvents.active;
import static cn.jianfu.report.SampleEvents.decided;
import static cn.jianfu.report.SampleEvents.declaredByHand;
import static cn.jianfu.report.SampleEvents.filed;
import static cn.jianfu.report.SampleEvents.zombie;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.group.EventRetractedV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.contracts.group.RegisterImportedV1;
import cn.jianfu.contracts.group.SecrecyToldV1;
import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.contracts.group.WorkGroupChangedV1;
import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.contracts.group.WorkGroupRestatedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * After a store was put back, views say what it says: of what was written after the backup nothing
 * stays, in whatever order it, its retraction and what the store says again are heard.
 */
class RetractionTest {

  private static final String GROUP = "350213101901/WECOM/a";
  private static final String LATER = "350213101901/WECOM/after-the-backup";
  private static final LocalDate BEFORE = TODAY.minusDays(3);

  @Property(tries = 50)
  void inAnyOrderNothingStaysOfWhatTheStoreDoesNotKnow(@ForAll long seed) {
    Random random = new Random(seed);
    List<InboundEvent> all = new ArrayList<>(known());
    all.addAll(lost());
    all.addAll(retractions());
    all.addAll(saidAgain());
    all.addAll(retractions());
    Collections.shuffle(all, random);
    List<InboundEvent> asOfTheBackup = new ArrayList<>(known());
    asOfTheBackup.addAll(saidAgain());

    assertThat(told(filled(all, 1 + random.nextInt(5), random)))
        .isEqualTo(told(filled(asOfTheBackup, 3, random)));
  }

  @Example
  void aTownThatWasReadBeforeLosesWhatIsTakenBack() {
    MongoDatabase database = TestDatabases.fresh();
    Facts facts = new Facts(database, "", Heard::dayOf, Heard.MACHINE);
    facts.apply(known()).block();
    facts.apply(lost()).block();
    assertThat(told(facts).groups()).hasSize(3);

    facts.apply(retractions()).block();
    facts.apply(saidAgain()).block();

    assertThat(told(facts)).isEqualTo(told(new Facts(database, "", Heard::dayOf, Heard.MACHINE)));
    assertThat(told(facts).groups()).hasSize(1);
    assertThat(facts.group(LATER).blockOptional()).isEmpty();
    assertThat(facts.finding("later").blockOptional()).isEmpty();
  }

  @Example
  void oneOfATypeThatIsNotKnownHereChangesNothing() {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    facts.apply(known()).block();
    TownRecord before = told(facts);

    facts
        .apply(
            List.of(
                sincePutBack(
                    GROUP, 0, new EventRetractedV1("group.of-tomorrow.v1", Instant.EPOCH, "{}"))))
        .block();

    assertThat(told(facts)).isEqualTo(before);
  }

  /** What the backup has. */
  private static List<InboundEvent> known() {
    return List.of(
        event(GROUP, 1, filed(GROUP, "备份时的名称", TODAY.minusDays(30))),
        event(GROUP + "/" + BEFORE, 1, active(GROUP, BEFORE, 2)),
        event(GROUP + "/members", 1, members(GROUP, BEFORE, 12)),
        event("f", 1, zombie("f", GROUP, TODAY.minusDays(20))),
        event(XINDIAN, 1, load(BEFORE)),
        event("pushes", 1, pushed(BEFORE)));
  }

  /** Something of each kind: of what the backup has and of what came to be afterwards. */
  private static List<InboundEvent> lost() {
    return List.of(
        event(GROUP, 2, filed(GROUP, "备份之后的名称", TODAY.minusDays(30))),
        event(
            GROUP,
            3,
            new WorkGroupChangedV1(decided(GROUP, "API", "2026-autumn", TODAY), TOWN_OFFICE)),
        event(GROUP + "/" + BEFORE, 2, active(GROUP, BEFORE, 9)),
        event(GROUP + "/" + TODAY, 1, active(GROUP, TODAY, 9)),
        event(GROUP + "/members", 2, members(GROUP, TODAY, 0)),
        event("f", 2, zombie("f", GROUP, TODAY)),
        event(LATER, 1, filed(LATER, "备份之后建的群", TODAY)),
        event(LATER + "/" + TODAY, 1, active(LATER, TODAY, 1)),
        event(LATER + "/members", 1, members(LATER, TODAY, 3)),
        event("later", 1, zombie("later", GROUP, TODAY)),
        event(XINDIAN, 2, load(TODAY)),
        event("pushes", 2, pushed(TODAY)),
        event(PARTY_OFFICE + "/load", 1, loadOfUnit()),
        event("other pushes", 1, pushed("/other", TODAY)),
        event("2026-1/" + XINDIAN, 1, answered()),
        event("import", 1, imported()),
        event(
            LATER + "/h",
            1,
            new WorkGroupChangedV1(declaredByHand(LATER + "/h", "手工登记", TODAY), TOWN_OFFICE)),
        event(PARTY_OFFICE, 1, spoken()));
  }

  private static List<InboundEvent> retractions() {
    return lost().stream()
        .map(event ->
            sincePutBack(
                event.subject(),
                0,
                new EventRetractedV1(event.type(), event.time(), EventJson.write(event.payload()))))
        .toList();
  }

  private static List<InboundEvent> saidAgain() {
    return known().stream()
        .map(event -> sincePutBack(event.subject(), 1, restated(event.payload())))
        .toList();
  }

  private static Object restated(Object event) {
    return event instanceof WorkGroupEvent it ? new WorkGroupRestatedV1(it.group()) : event;
  }

  private static MembersCountedV1 members(String group, LocalDate on, int count) {
    return new MembersCountedV1(group, PARTY_OFFICE, XINDIAN, on, count);
  }

  private static LoadSummarisedV1 load(LocalDate on) {
    return new LoadSummarisedV1(
        XINDIAN, XINDIAN, true, on, Map.of("3", 10), Map.of("G-ZOMB", 5), null, null);
  }

  private static LoadSummarisedV1 loadOfUnit() {
    return new LoadSummarisedV1(
        PARTY_OFFICE, XINDIAN, false, TODAY, Map.of("1", 2), Map.of(), null, null);
  }

  private static PushesCountedV1 pushed(LocalDate on) {
    return pushed("/oa", on);
  }

  private static PushesCountedV1 pushed(String source, LocalDate on) {
    return new PushesCountedV1(
        source,
        XINDIAN,
        XINDIAN,
        on,
        7,
        0,
        List.of(),
        7,
        60L,
        Instant.parse("2026-11-23T00:00:00Z"));
  }

  private static SelfCheckChangedV1 answered() {
    return new SelfCheckChangedV1(
        "2026-1", XINDIAN, XINDIAN, 8, 1, 0, BEFORE, null, Map.of("2026-11-23", 1), Map.of());
  }

  private static RegisterImportedV1 imported() {
    return new RegisterImportedV1("import", XINDIAN, XINDIAN, TODAY, 3, TOWN_OFFICE);
  }

  private static SecrecyToldV1 spoken() {
    return new SecrecyToldV1(
        PARTY_OFFICE, XINDIAN, List.of(new SecrecyToldV1.SaidV1(TODAY, "town-office", 2)));
  }

  private static TownRecord told(Facts facts) {
    return Objects.requireNonNull(facts.recordOf(XINDIAN).block());
  }

  /** Some of it as it is heard, some as it is read for a rebuild. */
  private static Facts filled(List<InboundEvent> events, int batch, Random random) {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    for (int from = 0; from < events.size(); from += batch) {
      List<InboundEvent> some = events.subList(from, Math.min(events.size(), from + batch));
      (random.nextBoolean() ? facts.apply(some) : facts.fill(some)).block();
    }
    return facts;
  }
}
