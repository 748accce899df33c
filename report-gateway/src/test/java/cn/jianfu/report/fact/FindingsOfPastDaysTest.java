package cn.jianfu.report.fact;

import static cn.jianfu.report.GatewayUnderTest.XINDIAN;
import static cn.jianfu.report.Heard.event;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.finding.domain.Actor;
import cn.jianfu.report.finding.domain.Contest;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.FindingOnDay;
import cn.jianfu.report.finding.domain.Gravity;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.ShownState;
import cn.jianfu.report.finding.domain.Sighting;
import cn.jianfu.report.finding.domain.Verdict;
import com.mongodb.client.model.Updates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A finding on a past day is what one would have shown who had heard no more than that. */
class FindingsOfPastDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 9, 20);
  private static final int DAYS = 20;
  private static final BigDecimal GROWTH = new BigDecimal("0.5");
  private static final List<Verdict> VERDICTS = List.of(Verdict.values());
  private static final Actor SUPERVISOR = new Actor("i", "s", "district-supervisor", "u");

  /** An event, and the day on which it was told. */
  private record Told(LocalDate on, InboundEvent event) {}

  @Property(tries = 15)
  void aPastDayIsWhatHadBeenHeardByThenInAnyOrderAndAnyNumberOfTimes(@ForAll long seed) {
    Random random = new Random(seed);
    List<Told> told = someLife(random);
    Handling said = someHandling(random);
    Detected whole = heard(shuffled(told, random)).orElseThrow();

    for (int at = 0; at < DAYS; at++) {
      LocalDate day = FIRST.plusDays(at);
      Optional<FindingOnDay> replayed =
          heard(told.stream().filter(it -> !it.on().isAfter(day)).toList())
              .flatMap(it -> FindingOnDay.of(it, said.asOf(day), day, GROWTH));

      assertThat(FindingOnDay.of(whole, said, day, GROWTH)).as("%s", day).isEqualTo(replayed);
    }
  }

  @Example
  void whatBecameWorseLaterWasStillDismissedBefore() {
    Detected found =
        heard(List.of(raised(1, 0, 0, 60, "M"), raised(2, 0, 5, 120, "B"))).orElseThrow();
    Gravity seen = Gravity.of(Severity.MAJOR, 1, Map.of("messages", 60));
    Handling dismissed = judged(List.of(judgement(Verdict.DISMISSED, 1, seen)), List.of());

    FindingOnDay before = onDay(found, dismissed, 4);
    assertThat(before.state()).isEqualTo(ShownState.DISMISSED);
    assertThat(before.detected().severity()).isEqualTo(Severity.MAJOR);
    assertThat(before.detected().evidence()).containsEntry("messages", 60);
    // Whoever asks for the state alone is told the same.
    assertThat(ShownState.of(found, dismissed, at(4), GROWTH)).isEqualTo(ShownState.DISMISSED);
    FindingOnDay after = onDay(found, dismissed, 5);
    assertThat(after.state()).isEqualTo(ShownState.SUSPECTED);
    assertThat(after.detected().severity()).isEqualTo(Severity.BLOCKER);
  }

  @Example
  void aContestIsAnsweredOnlySinceItWas() {
    Detected found = heard(List.of(raised(1, 0, 0, 60, "M"))).orElseThrow();
    Contest contest =
        new Contest("备用群", SUPERVISOR, at(2).atStartOfDay().toInstant(ZoneOffset.UTC), at(2));
    Handling said =
        judged(List.of(judgement(Verdict.CONFIRMED, 6, found.gravity())), List.of(contest));

    assertThat(onDay(found, said, 1).handling().contests()).isEmpty();
    assertThat(onDay(found, said, 5).handling().contested()).isTrue();
    assertThat(onDay(found, said, 6).handling().contested()).isFalse();
  }

  @Example
  void ofAFactThatWasStoredBeforeThereIsItsLatestEvidence() {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    facts.apply(List.of(raised(2, 0, 5, 90, "M").event())).block();
    Mono.from(facts.of(FactKind.FINDING).updateOne(new Document(), Updates.unset("e"))).block();
    Detected stored = facts.finding("f").blockOptional().orElseThrow();

    assertThat(stored.asOf(at(5)).orElseThrow().evidence()).containsEntry("messages", 90);
    assertThat(stored.asOf(at(3)).orElseThrow().lastSeenOn()).isEqualTo(at(5));

    // An earlier one that comes late is of its own day only.
    facts.apply(List.of(raised(1, 0, 0, 60, "M").event())).block();
    Detected known = facts.finding("f").blockOptional().orElseThrow();
    assertThat(known.asOf(at(3)).orElseThrow().evidence()).containsEntry("messages", 60);
    assertThat(known.asOf(at(5)).orElseThrow().evidence()).containsEntry("messages", 90);
  }

  @Example
  void whatWasSeenBeforeTheWindowIsForgottenButForWhatItsFirstDayShows() {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    facts
        .apply(
            List.of(
                raised(1, 0, 0, 60, "M").event(),
                raised(2, 0, 5, 70, "M").event(),
                raised(3, 0, 15, 80, "M").event()))
        .block();
    facts.forgetBefore(YearMonth.of(2026, 10)).block();
    Detected known = facts.finding("f").blockOptional().orElseThrow();

    assertThat(known.sightings()).extracting(Sighting::on).containsExactly(at(5), at(15));
    assertThat(known.asOf(LocalDate.of(2026, 10, 1)).orElseThrow().evidence())
        .containsEntry("messages", 70);
  }

  private static FindingOnDay onDay(Detected found, Handling said, int day) {
    return FindingOnDay.of(found, said, at(day), GROWTH).orElseThrow();
  }

  /** Found, seen to be otherwise, gone and found again, at most once a day. */
  private static List<Told> someLife(Random random) {
    List<Told> told = new ArrayList<>();
    int raised = -1;
    Told last = null;
    for (int day = 0; day < DAYS; day++) {
      if (raised < 0 && (last == null || random.nextInt(3) == 0)) {
        raised = day;
        last = raised(told.size() + 1, raised, day, messages(random), severity(random));
        told.add(last);
      } else if (raised >= 0 && random.nextInt(3) == 0) {
        last = raised(told.size() + 1, raised, day, messages(random), severity(random));
        told.add(last);
      } else if (raised >= 0 && random.nextInt(5) == 0) {
        told.add(cleared(told.size() + 1, last, day));
        raised = -1;
      }
    }
    return told;
  }

  private static int messages(Random random) {
    return 50 + random.nextInt(100);
  }

  private static String severity(Random random) {
    return random.nextInt(4) == 0 ? "B" : "M";
  }

  private static Handling someHandling(Random random) {
    List<Judgement> judgements = new ArrayList<>();
    List<Contest> contests = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      if (random.nextInt(5) == 0) {
        Gravity seen = Gravity.of(Severity.MAJOR, 1, Map.of("messages", messages(random)));
        Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
        judgements.add(judgement(verdict, day, seen));
      }
      if (random.nextInt(6) == 0) {
        contests.add(
            new Contest("理由", SUPERVISOR, at(day).atTime(5, 0).toInstant(ZoneOffset.UTC), at(day)));
      }
    }
    return judged(judgements, contests);
  }

  private static Handling judged(List<Judgement> judgements, List<Contest> contests) {
    return new Handling("f", judgements, contests);
  }

  private static Judgement judgement(Verdict verdict, int day, Gravity seen) {
    return new Judgement(
        verdict, "核实", SUPERVISOR, at(day).atTime(4, 0).toInstant(ZoneOffset.UTC), at(day), seen);
  }

  private static List<Told> shuffled(List<Told> told, Random random) {
    List<Told> all = new ArrayList<>(told);
    for (int i = 0; i < 5; i++) {
      all.add(told.get(random.nextInt(told.size())));
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static Optional<Detected> heard(List<Told> told) {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    told.forEach(it -> facts.apply(List.of(it.event())).block());
    return facts.finding("f").blockOptional();
  }

  private static Told raised(int number, int from, int day, int messages, String severity) {
    FindingV1 finding = finding(at(from), at(day), null, messages, severity);
    return new Told(at(day), event("f", number, new FindingRaisedV1(finding)));
  }

  /** What was seen last stays what it was. */
  private static Told cleared(int number, @Nullable Told last, int day) {
    if (last == null || !(last.event().payload() instanceof FindingRaisedV1(FindingV1 it))) {
      throw new IllegalArgumentException("nothing holds");
    }
    int messages = (int) Objects.requireNonNull(it.evidence().get("messages"));
    FindingV1 gone = finding(it.raisedOn(), it.lastSeenOn(), at(day), messages, it.severity());
    return new Told(at(day), event("f", number, new FindingClearedV1(gone)));
  }

  private static FindingV1 finding(
      LocalDate raisedOn,
      LocalDate seenOn,
      @Nullable LocalDate clearedOn,
      int messages,
      String severity) {
    return new FindingV1(
        "f",
        "G-MEGA",
        "g",
        List.of("g"),
        "群",
        "350213101901",
        XINDIAN,
        severity,
        "district@1",
        Map.of("messages", messages),
        "消息 " + messages,
        messages + " messages",
        "API",
        raisedOn,
        seenOn,
        clearedOn,
        clearedOn == null ? null : "DATA",
        null);
  }

  private static LocalDate at(int day) {
    return FIRST.plusDays(day);
  }
}
