package cn.jianfu.report.fact;

import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.Heard.event;
import static cn.jianfu.report.SampleEvents.TODAY;
import static cn.jianfu.report.SampleEvents.TOWN_OFFICE;
import static cn.jianfu.report.SampleEvents.active;
import static cn.jianfu.report.SampleEvents.declaredByHand;
import static cn.jianfu.report.SampleEvents.filed;
import static cn.jianfu.report.SampleEvents.revived;
import static cn.jianfu.report.SampleEvents.zombie;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.group.DeclinedPushesV1;
import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.contracts.group.WorkGroupChangedV1;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.compliance.domain.Calculator;
import cn.jianfu.report.compliance.domain.FindingFact;
import cn.jianfu.report.compliance.domain.Fixtures;
import cn.jianfu.report.compliance.domain.TownFacts;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Run;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AnyOrderOfEventsTest {

  private static final String GROUP = "350213101901/WECOM/a";

  @Property(tries = 25)
  void anyOrderAndAnyDuplicatesGiveTheSameFacts(@ForAll long seed) {
    Random random = new Random(seed);
    List<InboundEvent> events = events();
    TownRecord inOrder = told(applied(events, events.size()));
    List<InboundEvent> shuffled = new ArrayList<>(events);
    for (int i = 0; i < 10; i++) {
      shuffled.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(shuffled, random);

    assertThat(told(applied(shuffled, 1 + random.nextInt(7)))).isEqualTo(inOrder);
  }

  @Property(tries = 25)
  void anyOrderAndAnyDuplicatesGiveTheSameBytesInTheView(@ForAll long seed) {
    Random random = new Random(seed);
    List<InboundEvent> events = events();
    byte[] inOrder = viewOf(events, events.size());
    List<InboundEvent> shuffled = new ArrayList<>(events);
    for (int i = 0; i < 10; i++) {
      shuffled.add(events.get(random.nextInt(events.size())));
    }
    Collections.shuffle(shuffled, random);

    assertThat(viewOf(shuffled, 1 + random.nextInt(7))).isEqualTo(inOrder);
  }

  @Property(tries = 25)
  void aGenerationThatHearsWhileItIsFilledIsTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    List<InboundEvent> shuffled = new ArrayList<>(events());
    shuffled.addAll(events());
    Collections.shuffle(shuffled, random);
    InboundEvent notWhole =
        event(GROUP, 9, EventJson.read("{}".getBytes(UTF_8), MembersCountedV1.class));
    shuffled.add(random.nextInt(shuffled.size()), notWhole);
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    for (int from = 0, to; from < shuffled.size(); from = to) {
      to = Math.min(shuffled.size(), from + 1 + random.nextInt(9));
      List<InboundEvent> batch = shuffled.subList(from, to);
      if (random.nextBoolean() || batch.contains(notWhole)) {
        facts.fill(batch).block();
      } else {
        facts.apply(batch).block();
      }
    }

    assertThat(told(facts)).isEqualTo(told(applied(events(), events().size())));
  }

  @Property(tries = 25)
  void aTownThatIsReadAsItChangesIsTheSameAsOneThatIsReadWhole(@ForAll long seed) {
    Random random = new Random(seed);
    List<InboundEvent> shuffled = new ArrayList<>(events());
    Collections.shuffle(shuffled, random);
    MongoDatabase database = TestDatabases.fresh();
    Facts facts = new Facts(database, "", Heard::dayOf, Heard.MACHINE);
    for (int from = 0, to; from < shuffled.size(); from = to) {
      to = Math.min(shuffled.size(), from + 1 + random.nextInt(4));
      facts.apply(shuffled.subList(from, to)).block();

      assertThat(told(facts)).isEqualTo(told(new Facts(database, "", Heard::dayOf, Heard.MACHINE)));
    }
  }

  @Example
  void aLateRedeliveryOfAnOldStateChangesNothing() {
    List<InboundEvent> events = new ArrayList<>(events());
    TownRecord before = told(applied(events, events.size()));
    events.add(events.getFirst());

    assertThat(told(applied(events, 1))).isEqualTo(before);
  }

  @Example
  void monthsAreForgottenWholeAndTheGroupStays() {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    LocalDate first = TODAY.withDayOfMonth(1);
    facts.apply(events()).block();
    facts
        .apply(
            List.of(
                event("old", 1, active(GROUP, first.minusDays(1), 3)),
                event("new", 1, active(GROUP, first, 3))))
        .block();
    facts.forgetBefore(YearMonth.from(first)).block();

    assertThat(told(facts).groups())
        .filteredOn(group -> group.groupId().equals(GROUP))
        .singleElement()
        .satisfies(group -> assertThat(group.days().firstKey()).isEqualTo(first))
        .satisfies(group -> assertThat(group.transitions()).isNotEmpty());
  }

  @Example
  void everyRunOfAFindingIsRemembered() {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    facts.apply(events()).block();

    assertThat(facts.finding("f").blockOptional().orElseThrow().runs()).hasSize(2);
  }

  @Example
  void aRunThatWasAboutAGroupDeclaredInErrorIsForgotten() {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    LocalDate last = TODAY.minusDays(4);
    facts.apply(events()).block();
    assertThat(told(facts).findings()).isNotEmpty();

    facts.apply(List.of(event("f", 4, withdrawn(revived("f", GROUP, last, TODAY))))).block();
    assertThat(facts.finding("f").blockOptional().orElseThrow().runs())
        .singleElement()
        .satisfies(run -> assertThat(run.clearedWhy()).isEqualTo("DATA"));
    assertThat(told(facts).mistaken())
        .singleElement()
        .satisfies(it -> assertThat(it.runs()).containsExactly(new Run(last, TODAY, "WITHDRAWN")));

    facts
        .apply(
            List.of(
                event(
                    "f",
                    5,
                    withdrawn(revived("f", GROUP, TODAY.minusDays(20), TODAY.minusDays(15))))))
        .block();
    assertThat(facts.finding("f").blockOptional()).isEmpty();
    assertThat(told(facts).findings()).isEmpty();
    assertThat(told(facts).mistaken())
        .singleElement()
        .satisfies(it -> assertThat(it.runs()).hasSize(2));
  }

  private static FindingClearedV1 withdrawn(FindingClearedV1 cleared) {
    String data = EventJson.write(cleared).replace("\"DATA\"", "\"WITHDRAWN\"");
    return EventJson.read(data.getBytes(UTF_8), FindingClearedV1.class);
  }

  private static List<InboundEvent> events() {
    List<InboundEvent> events = new ArrayList<>();
    events.add(event(GROUP, 1, filed(GROUP, "旧名", TODAY.minusDays(30))));
    events.add(event(GROUP, 2, filed(GROUP, "新名", TODAY.minusDays(30))));
    events.add(
        event(
            GROUP + "/members",
            1,
            new MembersCountedV1(GROUP, "350213101901", XINDIAN, TODAY.minusDays(2), 12)));
    events.add(
        event(
            GROUP + "/members",
            2,
            new MembersCountedV1(GROUP, "350213101901", XINDIAN, TODAY.minusDays(1), 14)));
    for (int back = 0; back < 5; back++) {
      String day = GROUP + "/" + TODAY.minusDays(back);
      events.add(event(day, 1, active(GROUP, TODAY.minusDays(back), 2)));
      events.add(event(day, 2, active(GROUP, TODAY.minusDays(back), 3)));
    }
    events.add(event("f", 1, zombie("f", GROUP, TODAY.minusDays(20))));
    events.add(event("f", 2, revived("f", GROUP, TODAY.minusDays(20), TODAY.minusDays(15))));
    events.add(event("f", 3, zombie("f", GROUP, TODAY.minusDays(4))));
    events.add(
        event(
            XINDIAN,
            1,
            new LoadSummarisedV1(
                XINDIAN, XINDIAN, true, TODAY, Map.of("3", 10), Map.of("G-ZOMB", 5), null, null)));
    events.add(
        event(
            XINDIAN,
            2,
            new LoadSummarisedV1(
                XINDIAN,
                XINDIAN,
                true,
                TODAY,
                Map.of("4", 9),
                Map.of("G-ZOMB", 9),
                Map.of("G-ZOMB", 2),
                Map.of())));
    events.add(event(GROUP + "/h", 1, byHand(3)));
    events.add(event(GROUP + "/h", 2, byHand(4)));
    events.add(event("2026-1/" + XINDIAN, 1, answered(Map.of(), Map.of("2026-11-20", 1))));
    events.add(
        event(
            "2026-1/" + XINDIAN,
            2,
            answered(Map.of("2026-11-21", 5), Map.of("2026-11-20", 1, "2026-11-21", 1))));
    for (int count = 1; count <= 3; count++) {
      events.add(event("pushes", count, pushed(TODAY, count)));
      events.add(event("pushes of a month ago", count, pushed(TODAY.minusDays(30), count)));
    }
    return events;
  }

  private static WorkGroupChangedV1 byHand(int number) {
    return new WorkGroupChangedV1(
        declaredByHand(GROUP + "/h", "手工登记 " + number, TODAY.minusDays(30)), TOWN_OFFICE);
  }

  private static SelfCheckChangedV1 answered(
      Map<String, Integer> confirmed, Map<String, Integer> contested) {
    return new SelfCheckChangedV1(
        "2026-1",
        XINDIAN,
        XINDIAN,
        8,
        confirmed.values().stream().mapToInt(Integer::intValue).sum(),
        contested.values().stream().mapToInt(Integer::intValue).sum(),
        TODAY.minusDays(9),
        null,
        confirmed,
        contested);
  }

  private static PushesCountedV1 pushed(LocalDate day, int count) {
    return new PushesCountedV1(
        "/oa",
        XINDIAN,
        XINDIAN,
        day,
        count,
        0,
        List.of(new DeclinedPushesV1("web.invalid", count, "不符合要求", "invalid", null)),
        count,
        60L * count,
        day.atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  private static byte[] viewOf(List<InboundEvent> events, int batch) {
    TownRecord told = told(applied(events, batch));
    TownFacts known =
        new TownFacts(
            XINDIAN,
            Fixtures.district(Fixtures.rules().with("G-ZOMB", "M").set()),
            told.groups(),
            told.findings().stream()
                .map(it -> new FindingFact(it, Handling.none(it.findingId())))
                .toList(),
            told.loads(),
            told.pushes(),
            told.selfChecks(),
            List.of());
    return EventJson.write(Calculator.of(known, TODAY)).getBytes(UTF_8);
  }

  private static TownRecord told(Facts facts) {
    return Objects.requireNonNull(facts.recordOf(XINDIAN).block());
  }

  private static Facts applied(List<InboundEvent> events, int batch) {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    for (int from = 0; from < events.size(); from += batch) {
      facts.apply(events.subList(from, Math.min(events.size(), from + batch))).block();
    }
    return facts;
  }
}
