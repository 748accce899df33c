package cn.jianfu.report.reference.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleNumbersTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final RuleNumbers NEEDED =
      new RuleNumbers(
          Map.of(
              "counters.windowDays", NumberKind.WINDOW,
              "reply.minMinutes", NumberKind.COUNT,
              "temp.graceDays", NumberKind.DAYS,
              "drift.maxShare", NumberKind.SHARE,
              "overlap.crossJaccard", NumberKind.SHARE_ABOVE_ZERO,
              "band.green", NumberKind.SCORE,
              "register.membersRequired", NumberKind.SWITCH),
          List.of("band.green"),
          Map.of(
              "G-HOURS", List.of("counters.windowDays"),
              "G-INST", List.of("counters.windowDays", "reply.minMinutes"),
              "G-TEMP", List.of("temp.graceDays")));

  @Test
  void everyRuleThatIsOnAndEveryNumberThatItLacksIsNamed() {
    assertThat(faults(Map.of("G-HOURS", true, "G-INST", true, "G-TEMP", false), Map.of()))
        .extracting(Fault::why, Fault::field, fault -> fault.named().get("rule"))
        .containsExactly(
            tuple(Refusal.THRESHOLD_MISSING, "/thresholds/band.green", null),
            tuple(Refusal.RULE_LACKS_NUMBER, "/thresholds/counters.windowDays", "G-HOURS"),
            tuple(Refusal.RULE_LACKS_NUMBER, "/thresholds/counters.windowDays", "G-INST"),
            tuple(Refusal.RULE_LACKS_NUMBER, "/thresholds/reply.minMinutes", "G-INST"));
  }

  @Test
  void aRuleThatIsOffNeedsNoNumbers() {
    assertThat(faults(Map.of("G-TEMP", false), Map.of("band.green", "85"))).isEmpty();
    assertThat(faults(Map.of("G-TEMP", true), Map.of("band.green", "85"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "counters.windowDays, 28, ",
    "counters.windowDays, 28.0, ",
    "counters.windowDays, 28.5, NUMBER_NOT_WHOLE",
    "counters.windowDays, 0, NUMBER_OUT_OF_RANGE",
    "counters.windowDays, -1, NUMBER_OUT_OF_RANGE",
    "counters.windowDays, 999999999, NUMBER_OUT_OF_RANGE",
    "temp.graceDays, 0, ",
    "temp.graceDays, 0.5, NUMBER_NOT_WHOLE",
    "temp.graceDays, -7, NUMBER_OUT_OF_RANGE",
    "reply.minMinutes, 120, ",
    "reply.minMinutes, 120.5, NUMBER_NOT_WHOLE",
    "drift.maxShare, 0, ",
    "drift.maxShare, 1, ",
    "drift.maxShare, 1.01, NUMBER_OUT_OF_RANGE",
    "drift.maxShare, -0.1, NUMBER_OUT_OF_RANGE",
    "overlap.crossJaccard, 0.5, ",
    "overlap.crossJaccard, 0, NUMBER_OUT_OF_RANGE",
    "overlap.crossJaccard, 50, NUMBER_OUT_OF_RANGE",
    "band.green, 100.5, NUMBER_OUT_OF_RANGE",
    "register.membersRequired, 0, ",
    "register.membersRequired, 1, ",
    "register.membersRequired, 0.5, NUMBER_NOT_WHOLE",
    "register.membersRequired, 2, NUMBER_OUT_OF_RANGE",
    "own.number, 1.5, ",
    "own.number, -1, NUMBER_OUT_OF_RANGE"
  })
  void aNumberFitsWhatItMeasures(String key, String number, Refusal why) {
    Map<String, String> numbers = new HashMap<>(Map.of("band.green", "85"));
    numbers.put(key, number);

    assertThat(faults(Map.of(), numbers))
        .extracting(Fault::why, Fault::field)
        .isEqualTo(why == null ? List.of() : List.of(tuple(why, "/thresholds/" + key)));
  }

  @Test
  void aVersionThatIsPublishedAlreadyIsTakenAgainWhateverItLacks() {
    RuleSet old = version(Map.of("G-HOURS", true), Map.of());

    assertThat(RuleSet.decide(old, old, old, TODAY, NEEDED)).isEqualTo(Ruling.unchanged());
  }

  private static List<Fault> faults(Map<String, Boolean> rules, Map<String, String> numbers) {
    return switch (RuleSet.decide(null, version(rules, numbers), null, TODAY, NEEDED)) {
      case Ruling.Accepted<RuleSet> _ -> List.of();
      case Ruling.Declined<RuleSet>(List<Fault> faults) -> faults;
      case Ruling.Unchanged<RuleSet> _ -> throw new AssertionError("there was none before");
    };
  }

  private static RuleSet version(Map<String, Boolean> rules, Map<String, String> numbers) {
    Map<String, Rule> settings = new HashMap<>();
    rules.forEach((id, on) -> settings.put(id, new Rule(on, "M", id, id, "", "", "", false)));
    Map<String, BigDecimal> values = new HashMap<>();
    numbers.forEach((key, number) -> values.put(key, new BigDecimal(number)));
    return new RuleSet("district", 1, TODAY, settings, values, Map.of());
  }
}
