package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.report.console.FindingMeasure.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;

class FindingMeasuresTest {

  private static final LocalDate SEEN = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource({
    "G-ZOMB, idle, DAYS, 90, 60, true",
    "G-TEMP, past-end, DAYS, 23, 7, true",
    "G-REG, unregistered, DAYS, 22, 7, true",
    "G-APPR, approved-late, DAYS, 8, 0, true",
    "G-OVER, jaccard, SHARE, 0.823, 0.8, true",
    "G-DUPM, same-matter, GROUPS, 3, 1, true",
    "G-DUPP, group-load, GROUPS, 23, 20, true",
    "G-UNIT, permanent, GROUPS, 5, 3, true",
    "G-TWICE, towns, TOWNS, 2, 1, true",
    "G-HOURS, times, TIMES, 9, 0, true",
    "G-INST, reply, MINUTES, 30, 120, true",
    "G-DRIFT, share, SHARE, 0.71, 0.6, true",
    "G-MEGA, flood, MESSAGES, 260, 200, true",
    "G-LEAVE, left, DAYS, 53, 7, true",
    "G-EXEC, overdue, DAYS, 22, 7, true",
    "G-SECRET, unsaid, DAYS, 53, 30, true"
  })
  void theNumberOfARuleStandsBesideItsLimit(
      String rule, String name, Unit unit, double value, double limit, boolean broken) {
    var first = measures(rule).getFirst();

    assertThat(first.name()).isEqualTo(name);
    assertThat(first.unit()).isEqualTo(unit);
    assertThat(first.value()).isEqualTo(value);
    assertThat(first.limit()).isEqualTo(limit);
    assertThat(first.broken()).isEqualTo(broken);
  }

  @Test
  void aGroupThatIsUsedTooRarelyIsMeasuredByItsDaysOfUse() {
    Map<String, Object> evidence =
        Map.of("kind", "RARELY_USED", "activeDays", 1, "minActiveDays", 3, "idleDaysLimit", 60);

    assertThat(FindingMeasures.of("G-ZOMB", evidence, SEEN, SEEN))
        .extracting(FindingMeasure::name, FindingMeasure::value, FindingMeasure::broken)
        .containsExactly(tuple("active-days", 1.0, true));
  }

  @Test
  void aReboundBeforeTheEndIsCountedFromTheDecision() {
    Map<String, Object> evidence =
        Map.of(
            "order", "NEW_FIRST",
            "decidedOn", "2026-09-01",
            "begunOn", "2026-09-03",
            "dissolvedOn", "2026-09-20",
            "windowDays", 90);

    assertThat(FindingMeasures.of("G-REBOUND", evidence, SEEN, SEEN))
        .extracting(FindingMeasure::name, FindingMeasure::value)
        .containsExactly(tuple("rebuilt-decided", 2.0));
  }

  /** The detector counts to that day, too: a broken feed makes nobody idle. */
  @Test
  void idleDaysAreCountedUpToTheLastDayThatTheSourceToldOf() {
    var evidence = SampleFindingPages.EVIDENCE.getOrDefault("G-ZOMB", Map.of());

    var idle = FindingMeasures.of("G-ZOMB", evidence, SEEN, SEEN.minusDays(20)).getFirst();

    assertThat(idle.value()).isEqualTo(70);
  }

  @Test
  void everyRuleOfTheSeedHasNumbersAndTheyAreInWords() {
    MessageSource texts = ConsoleTemplates.texts();
    assertThat(SampleFindingPages.EVIDENCE.keySet())
        .hasSizeGreaterThan(20)
        .allSatisfy(rule ->
            assertThat(measures(rule))
                .isNotEmpty()
                .allSatisfy(it -> {
                  for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                    assertThat(texts.getMessage("measure." + it.name(), null, locale)).isNotBlank();
                    assertThat(texts.getMessage("todo." + rule, null, locale)).isNotBlank();
                    if (!it.isShare()) {
                      assertThat(texts.getMessage("unit." + it.unit(), new Object[] {"3"}, locale))
                          .contains("3");
                    }
                  }
                }));
  }

  @Test
  void overlapIsContainmentWhereOneGroupLiesInTheOther() {
    var contained =
        FindingMeasures.of(
            "G-OVER", Map.of("kind", "CONTAINED", "jaccard", 0.3, "containment", 0.95), SEEN, SEEN);

    assertThat(contained).extracting(FindingMeasure::name).containsExactly("containment");
    assertThat(contained.getFirst().broken()).isFalse();
  }

  @Test
  void oneGroupThatUnitsOfOneTownDeclareIsCountedByUnits() {
    var twice = FindingMeasures.of("G-TWICE", Map.of("kind", "ONE_TOWN", "units", 2), SEEN, SEEN);

    assertThat(twice)
        .extracting(FindingMeasure::name, FindingMeasure::unit, FindingMeasure::value)
        .containsExactly(tuple("units", Unit.UNITS, 2.0));
    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      var texts = ConsoleTemplates.texts();
      assertThat(texts.getMessage("measure.units", null, locale)).isNotBlank();
      assertThat(texts.getMessage("unit.UNITS", new Object[] {"2"}, locale)).contains("2");
      assertThat(texts.getMessage("evidence.value.ONE_TOWN", null, locale)).isNotBlank();
    }
  }

  @Test
  void aRenameIsCountedFromItsOwnDayAndIsInWords() {
    var renamed =
        Map.<String, Object>of(
            "kind", "RENAMED", "since", "2025-01-01", "renamedOn", "2026-11-03", "graceDays", 7);

    var measure = FindingMeasures.of("G-REG", renamed, SEEN, SEEN);

    assertThat(measure)
        .extracting(FindingMeasure::name, FindingMeasure::value, FindingMeasure::limit)
        .containsExactly(tuple("renamed", 20.0, 7.0));
    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      assertThat(ConsoleTemplates.texts().getMessage("measure.renamed", null, locale)).isNotBlank();
    }
  }

  @Test
  void aGroupThatWasUsedAfterItsEndIsNotOverdue() {
    var used =
        Map.<String, Object>of(
            "kind",
            "STILL_USED",
            "executedOn",
            "2026-10-01",
            "usedOn",
            "2026-10-20",
            "graceDays",
            7);

    assertThat(FindingMeasures.of("G-EXEC", used, SEEN, SEEN))
        .extracting(FindingMeasure::name, FindingMeasure::value)
        .containsExactly(tuple("still-used", 19.0));
  }

  @Test
  void groupsThatReachTheLimitAreAlikeAndSharesOfMessagesMayReachIt() {
    assertThat(
            FindingMeasures.of("G-OVER", Map.of("jaccard", 0.8, "limit", 0.8), SEEN, SEEN)
                .getFirst()
                .broken())
        .isTrue();
    assertThat(
            FindingMeasures.of("G-DRIFT", Map.of("share", 0.6, "limit", 0.6), SEEN, SEEN)
                .getFirst()
                .broken())
        .isFalse();
  }

  /** Evidence comes from another service, which may be newer or older than this one. */
  @Property
  void whateverTheEvidenceHoldsIsDrawnInsideTheBar(
      @ForAll("rules") String rule, @ForAll("evidence") Map<String, Object> evidence) {
    for (var measure : FindingMeasures.of(rule, evidence, SEEN, SEEN)) {
      assertThat(measure.valueAt()).isBetween(0, FindingMeasure.WIDTH);
      assertThat(measure.limitAt()).isBetween(0, FindingMeasure.WIDTH);
    }
    SharedMembers.of(evidence)
        .ifPresent(it ->
            assertThat(it.width(it.first()) + it.width(it.both()) + it.width(it.second()))
                .isBetween(0, SharedMembers.WIDTH + 2));
  }

  @Provide
  Arbitrary<String> rules() {
    return Arbitraries.of(SampleFindingPages.EVIDENCE.keySet());
  }

  @Provide
  Arbitrary<Map<String, Object>> evidence() {
    Arbitrary<String> names =
        Arbitraries.of(
            SampleFindingPages.EVIDENCE.values().stream()
                .flatMap(it -> it.keySet().stream())
                .distinct()
                .toList());
    Arbitrary<Object> values =
        Arbitraries.oneOf(
            Arbitraries.integers().asGeneric(),
            Arbitraries.doubles().between(-2, 1e6).asGeneric(),
            Arbitraries.of("2026-13-45", "2026-10-01", "CONTAINED", "", "x").asGeneric(),
            Arbitraries.of(List.of("a"), List.of()).asGeneric());
    return Arbitraries.maps(names, values).ofMaxSize(8);
  }

  private static List<FindingMeasure> measures(String rule) {
    return FindingMeasures.of(
        rule, SampleFindingPages.EVIDENCE.getOrDefault(rule, Map.of()), SEEN, SEEN);
  }
}
