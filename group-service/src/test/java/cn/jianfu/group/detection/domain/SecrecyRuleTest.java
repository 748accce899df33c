package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.CIVIL_AFFAIRS;
import static cn.jianfu.group.detection.domain.Fixtures.OFFICE;
import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** G-SECRET. */
class SecrecyRuleTest {

  @Test
  void aNewTownHasSomeDaysToMakeItsFirstStatement() {
    assertThat(found(SecrecyBook.SILENT, aGroup("群").knownSince(daysAgo(30)))).isEmpty();
    assertThat(found(SecrecyBook.SILENT, aGroup("群").knownSince(daysAgo(31))))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.subject()).isEqualTo(XINDIAN);
          assertThat(it.unit()).isEqualTo(XINDIAN);
          assertThat(it.evidence().values())
              .containsEntry("kind", new Evidence.Value.Word("NO_STATEMENT"))
              .containsEntry("statementDueOn", new Evidence.Value.Day(daysAgo(31)))
              .doesNotContainKey("statedOn");
        });
  }

  @Test
  void aStatementHoldsForAYearAndSomeDays() {
    assertThat(found(stated(XINDIAN, daysAgo(395)), anOldGroup("群"))).isEmpty();
    assertThat(found(stated(XINDIAN, daysAgo(396)), anOldGroup("群")))
        .singleElement()
        .satisfies(it ->
            assertThat(it.evidence().values())
                .containsEntry("kind", new Evidence.Value.Word("STATEMENT_EXPIRED"))
                .containsEntry("statedOn", new Evidence.Value.Day(daysAgo(396)))
                .containsEntry("statementDueOn", new Evidence.Value.Day(daysAgo(31))));
  }

  @Test
  void aTownSpeaksForItsUnitsAndIsAskedOnceForAllThatAreSilent() {
    GroupBuilder one = anOldGroup("一");
    GroupBuilder other = anOldGroup("二").of(CIVIL_AFFAIRS);

    assertThat(found(stated(XINDIAN, TODAY), one, other)).isEmpty();
    assertThat(found(SecrecyBook.SILENT, one, other))
        .singleElement()
        .satisfies(it ->
            assertThat(it.evidence().values())
                .containsEntry("units", new Evidence.Value.Amount(BigDecimal.valueOf(2))));
    assertThat(found(stated(OFFICE, TODAY), one, other))
        .singleElement()
        .satisfies(it ->
            assertThat(it.evidence().values())
                .containsEntry("units", new Evidence.Value.Amount(BigDecimal.valueOf(1))));
  }

  @Test
  void whoHasNoGroupsOwesNoStatementAndATownWeighsOnce() {
    assertThat(found(SecrecyBook.SILENT, anOldGroup("群").endedOn(daysAgo(1)))).isEmpty();
    assertThat(found(SecrecyBook.SILENT, anOldGroup("群").undeclared())).isEmpty();
    assertThat(
            Fixtures.exposures(
                onTheFactsOf(anOldGroup("一"), anOldGroup("二").of(CIVIL_AFFAIRS)).scan(rules()),
                DetectionRule.SECRECY))
        .containsExactly(new Exposure(1, 0));
  }

  @Test
  void anIncidentIsFoundUntilItIsPutRightWhateverBecomesOfTheGroup() {
    GroupBuilder group = anOldGroup("群").endedOn(daysAgo(1));
    var incident = new SecrecyBook.OpenIncident(OFFICE, XINDIAN, "leak-1", group.id(), daysAgo(3));
    List<Detected> open = found(new SecrecyBook(Map.of(), List.of(incident), Set.of()), group);

    assertThat(open)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.subject()).isEqualTo(OFFICE + "|incident:leak-1");
          assertThat(it.groups()).containsExactly(group.id());
        });
    var input = onTheFactsOf(group).input();
    assertThat(
            FindingChanges.between(open, DetectionScan.scan(rules(), input), input, _ -> rules())
                .cleared())
        .singleElement()
        .satisfies(cleared -> assertThat(cleared.why()).isEqualTo(ClearedBecause.DATA));
  }

  @Test
  void anIncidentThatWasReportedInErrorIsNotPutRightWhateverBecomesOfTheRule() {
    GroupBuilder group = anOldGroup("群");
    var incident = new SecrecyBook.OpenIncident(OFFICE, XINDIAN, "leak-1", group.id(), daysAgo(3));
    List<Detected> open = found(new SecrecyBook(Map.of(), List.of(incident), Set.of()), group);
    String subject = open.getLast().subject();
    var input =
        onTheFactsOf(group).hearing(new SecrecyBook(Map.of(), List.of(), Set.of(subject))).input();

    assertThat(
            FindingChanges.between(open, DetectionScan.scan(rules(), input), input, _ -> rules())
                .cleared())
        .filteredOn(cleared -> cleared.finding().subject().equals(subject))
        .singleElement()
        .satisfies(cleared -> assertThat(cleared.why()).isEqualTo(ClearedBecause.WITHDRAWN));
  }

  @Test
  void anExemptTownOwesNoStatementForThatTime() {
    var scan =
        onTheFactsOf(anOldGroup("群"))
            .hearing(SecrecyBook.SILENT)
            .exempting(DetectionRule.SECRECY, new Exemption.Scope.Unit(XINDIAN));

    assertThat(scan.detect(DetectionRule.SECRECY)).isEmpty();
    assertThat(scan.scan(rules()).exempt()).hasSize(1);
  }

  private static GroupBuilder anOldGroup(String name) {
    return aGroup(name).knownSince(daysAgo(900));
  }

  private static SecrecyBook stated(String unit, LocalDate on) {
    return new SecrecyBook(Map.of(unit, on), List.of(), Set.of());
  }

  private static List<Detected> found(SecrecyBook book, GroupBuilder... groups) {
    return onTheFactsOf(groups).hearing(book).detect(DetectionRule.SECRECY);
  }
}
