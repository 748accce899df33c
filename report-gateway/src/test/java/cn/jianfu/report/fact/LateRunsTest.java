package cn.jianfu.report.fact;

import static cn.jianfu.report.Heard.event;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.messaging.inbound.InboundEvent;
import cn.jianfu.report.Heard;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days of a finding that are told, or taken back, months later. */
class LateRunsTest {

  private static final String XINDIAN = "350213101000";
  private static final LocalDate OPEN_SINCE = LocalDate.of(2026, 11, 2);
  private static final LocalDate FROM = LocalDate.of(2026, 5, 21);
  private static final LocalDate TO = LocalDate.of(2026, 6, 18);

  private static final LocalDate CORRECTED = LocalDate.of(2026, 11, 20);

  private static final InboundEvent NOW = event("f", 1, raised(OPEN_SINCE));
  private static final List<InboundEvent> FOUND_LATE =
      List.of(
          event("f", 2, raised(FROM)),
          event("f", 3, cleared("DATA")),
          event("f", 4, raised(OPEN_SINCE)));
  private static final List<InboundEvent> PUT_RIGHT =
      List.of(event("f", 5, cleared("CORRECTED")), event("f", 6, raised(OPEN_SINCE)));

  @Test
  void whatIsFoundLateIsOfItsDaysAndChangesNothingOfNow() {
    Facts facts = heard(List.of(List.of(NOW), FOUND_LATE));
    Detected found = finding(facts).orElseThrow();

    assertThat(found.runs())
        .containsExactly(new Run(FROM, TO, "DATA"), new Run(OPEN_SINCE, null, null));
    assertThat(found.lastSeenOn()).isEqualTo(OPEN_SINCE);
    assertThat(found.openOn(FROM)).isTrue();
    assertThat(found.openOn(TO)).isFalse();
  }

  @Test
  void whatNeverHeldIsOfNoDayAndIsToldOfWithTheDayOnWhichThatWasSaid() {
    Facts facts = heard(List.of(List.of(NOW), FOUND_LATE, PUT_RIGHT));

    assertThat(finding(facts).orElseThrow().runs())
        .containsExactly(new Run(OPEN_SINCE, null, null));
    assertThat(mistaken(facts)).containsExactly(new Run(FROM, TO, "CORRECTED", CORRECTED));
  }

  @Test
  void inWhateverOrderItIsHeard() {
    List<InboundEvent> all = new ArrayList<>(FOUND_LATE);
    all.add(NOW);
    all.addAll(PUT_RIGHT);
    all.addAll(FOUND_LATE);
    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(all, new Random(seed));
      Facts facts = heard(all.stream().map(List::of).toList());

      assertThat(finding(facts).orElseThrow().runs())
          .as("seed %d", seed)
          .containsExactly(new Run(OPEN_SINCE, null, null));
      assertThat(mistaken(facts)).hasSize(1);
    }
  }

  private static Facts heard(List<List<InboundEvent>> batches) {
    Facts facts = new Facts(TestDatabases.fresh(), "", Heard::dayOf, Heard.MACHINE);
    batches.forEach(batch -> facts.apply(batch).block());
    return facts;
  }

  private static Optional<Detected> finding(Facts facts) {
    return facts.finding("f").blockOptional();
  }

  private static List<Run> mistaken(Facts facts) {
    return Objects.requireNonNull(facts.recordOf(XINDIAN).block()).mistaken().stream()
        .flatMap(finding -> finding.runs().stream())
        .toList();
  }

  private static FindingRaisedV1 raised(LocalDate on) {
    return new FindingRaisedV1(finding(on, on, null, null));
  }

  private static FindingClearedV1 cleared(String why) {
    return new FindingClearedV1(finding(FROM, TO, TO, why));
  }

  private static FindingV1 finding(
      LocalDate raisedOn, LocalDate seenOn, @Nullable LocalDate clearedOn, @Nullable String why) {
    return new FindingV1(
        "f",
        "G-HOURS",
        "g",
        List.of("g"),
        "夜间群",
        "350213101901",
        XINDIAN,
        "M",
        "district@1",
        Map.of("times", 2),
        "两次",
        "twice",
        "API",
        raisedOn,
        seenOn,
        clearedOn,
        why,
        "CORRECTED".equals(why) ? CORRECTED : null);
  }
}
