package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.XINDIAN;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.compliance.domain.Fixtures.FindingBuilder;
import cn.jianfu.report.compliance.domain.Fixtures.GroupBuilder;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.reference.domain.Exemption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** M13: two groups were dissolved within the year, and another long before. */
class ReboundMetricTest {

  private static final LocalDate LONG_AGO = TODAY.minusDays(800);
  private static final LocalDate ENDED = TODAY.minusDays(40);

  @Test
  void aGroupInPlaceOfADissolvedOneIsAReboundOfOneInTwo() {
    Metric metric = rebound(inPlaceOf("a"));

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).isEqualTo(2);
    assertThat(metric.value()).isEqualByComparingTo("0.5");
    assertThat(metric.from()).isEqualTo(TODAY.minusDays(364));
    assertThat(metric.formulaVersion()).isEqualTo(4);
  }

  @Test
  void oneGroupInPlaceOfBothIsOneRebound() {
    assertThat(rebound(inPlaceOf("a", "b")).numerator()).isEqualTo(1);
  }

  @Test
  void dissolvingItAgainOrChangingItDoesNotUndoIt() {
    GroupFact gone = aGroup("new").filed(TODAY.minusDays(20)).dissolved(TODAY.minusDays(2)).known();
    FindingBuilder closed = inPlaceOf("a").cleared(TODAY.minusDays(2), "SUBJECT_CLOSED");
    FindingBuilder changed = inPlaceOf("a").cleared(TODAY.minusDays(2), "DATA");

    Metric metric = rebound(closed, gone);
    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).as("it was dissolved itself").isEqualTo(3);
    assertThat(rebound(changed).numerator()).isEqualTo(1);
    assertThat(rebound(inPlaceOf("a").cleared(TODAY.minusDays(2), "RELABELLED")).numerator())
        .as("another code or owner")
        .isEqualTo(1);
    assertThat(on(TODAY.minusDays(10), inPlaceOf("a")).numerator())
        .as("nothing was found yet")
        .isZero();
  }

  @Test
  void itCountsAsLongAsWhatItReplacedIsOfTheYear() {
    assertThat(rebound(inPlaceOf("c")).numerator()).isZero();
    assertThat(rebound(inPlaceOf("c")).excluded()).isZero();
    LocalDate last = ENDED.plusDays(364);
    assertThat(on(last, inPlaceOf("a")).numerator()).isEqualTo(1);
    assertThat(on(last.plusDays(1), inPlaceOf("a")).numerator()).isZero();
    assertThat(on(last.plusDays(1), inPlaceOf("a")).denominator()).isZero();
  }

  @Test
  void whatTheDistrictJudgedExemptedOrRuledOtherwiseIsExcluded() {
    FindingBuilder dismissed = inPlaceOf("a").judged(Verdict.DISMISSED, TODAY.minusDays(1));
    Exemption flood =
        new Exemption(
            "x", "G-REBOUND", XINDIAN, null, "防汛", "区防指", TODAY.minusDays(12), TODAY, null);

    for (Metric metric :
        List.of(
            rebound(dismissed),
            rebound(inPlaceOf("a").cleared(TODAY.minusDays(2), "RULE_SET")),
            rebound(inPlaceOf("a").cleared(TODAY.minusDays(2), "EXEMPTION")),
            metric(TODAY, List.of(flood), inPlaceOf("a")),
            metric(TODAY.plusDays(9), List.of(flood), inPlaceOf("a").cleared(TODAY.plusDays(1))))) {
      assertThat(metric.numerator()).isZero();
      assertThat(metric.excluded()).isEqualTo(1);
      assertThat(metric.denominator()).isEqualTo(2);
    }
  }

  @Test
  void mergedGroupsAreNotDissolvedAndReboundsOfThemAreToldApart() {
    GroupFact merged = ended("m").entered(GroupState.MERGED, ENDED).known();
    GroupFact archived =
        ended("n")
            .entered(GroupState.MERGED, ENDED)
            .entered(GroupState.ARCHIVED, ENDED.plusDays(30))
            .known();

    Metric metric = rebound(inPlaceOf("n"), merged, archived);

    assertThat(metric.numerator()).isZero();
    assertThat(metric.denominator()).isEqualTo(2);
    assertThat(metric.details().get("rebuilt.merged")).isEqualByComparingTo("1");
    assertThat(rebound(inPlaceOf("a", "n"), merged, archived).numerator()).isEqualTo(1);
    assertThat(rebound(inPlaceOf("a", "n"), merged, archived).details()).isEmpty();
  }

  /** Else a group that a department founds anew is gone from every count of what was dissolved. */
  @Test
  void aGroupInPlaceOfAnotherTownsCountsWhereItWasFoundedAndIsToldApart() {
    Metric metric = rebound(inPlaceOfOneElsewhere(ENDED, null));

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).as("what it replaced is no group of the town").isEqualTo(3);
    assertThat(metric.details().get("rebuilt.elsewhere")).isEqualByComparingTo("1");
    assertThat(rebound(inPlaceOf("a")).details()).doesNotContainKey("rebuilt.elsewhere");

    Metric dismissed =
        rebound(inPlaceOfOneElsewhere(ENDED, null).judged(Verdict.DISMISSED, TODAY.minusDays(1)));
    assertThat(dismissed.numerator()).isZero();
    assertThat(dismissed.denominator()).isEqualTo(2);
    assertThat(dismissed.excluded()).isEqualTo(1);
    assertThat(dismissed.details()).isEmpty();

    LocalDate yearAgo = TODAY.minusDays(364);
    assertThat(rebound(inPlaceOfOneElsewhere(yearAgo, null)).numerator()).isEqualTo(1);
    assertThat(rebound(inPlaceOfOneElsewhere(yearAgo.minusDays(1), null)).numerator()).isZero();
  }

  /** Else whoever ends nothing of its own could found anew what others end. */
  @Test
  void aTownThatDissolvedNothingHasARateAllTheSame() {
    Metric metric = metric(TODAY, List.of(), inPlaceOfOneElsewhere(ENDED, null), List.of());

    assertThat(metric.value()).isEqualByComparingTo("1");
    assertThat(metric.denominator()).isEqualTo(1);
  }

  @Test
  void aGroupInPlaceOfBothCountsOnceAndIsToldApart() {
    Metric metric = rebound(inPlaceOf(ENDED, null, "a"));

    assertThat(metric.numerator()).isEqualTo(1);
    assertThat(metric.denominator()).isEqualTo(2);
    assertThat(metric.details()).containsOnlyKeys("rebuilt.elsewhere");
  }

  /** Else one that was merged away, here or elsewhere, is put beside it to hide it. */
  @Test
  void whateverWasMergedBesideItAGroupInPlaceOfADissolvedOneElsewhereCounts() {
    GroupFact merged = ended("m").entered(GroupState.MERGED, ENDED).known();

    for (Metric metric :
        List.of(
            rebound(inPlaceOf(ENDED, null, "m"), merged),
            rebound(inPlaceOf(ENDED, ENDED.plusDays(1)), merged),
            rebound(inPlaceOf(ENDED, TODAY.minusDays(500), "m"), merged))) {
      assertThat(metric.numerator()).isEqualTo(1);
      assertThat(metric.details()).containsOnlyKeys("rebuilt.elsewhere");
    }
  }

  @Test
  void whatCameBackElsewhereWasNotReplacedEither() {
    FindingBuilder restored =
        inPlaceOfOneElsewhere(ENDED, null).cleared(TODAY.minusDays(2), "RESTORED");

    assertThat(rebound(restored).numerator()).isZero();
    assertThat(rebound(restored).excluded()).isZero();
    assertThat(on(TODAY.minusDays(3), restored).numerator()).as("it was gone then").isEqualTo(1);
  }

  @Test
  void aMergedGroupOfAnotherTownIsToldApartAsOneOfThisTownIs() {
    Metric metric = rebound(inPlaceOfOneElsewhere(null, ENDED));

    assertThat(metric.numerator()).isZero();
    assertThat(metric.excluded()).isZero();
    assertThat(metric.details()).containsOnlyKeys("rebuilt.merged");
  }

  @Test
  void whatCameBackByItselfWasNotReplacedAndEndsAnew() {
    GroupFact restored =
        ended("r").dissolved(ENDED).entered(GroupState.ACTIVE, ENDED.plusDays(9)).known();
    GroupFact again =
        ended("r")
            .dissolved(TODAY.minusDays(500))
            .entered(GroupState.ACTIVE, TODAY.minusDays(480))
            .dissolved(ENDED)
            .entered(GroupState.ARCHIVED, ENDED.plusDays(30))
            .known();

    assertThat(rebound(inPlaceOf("r"), restored).numerator()).isZero();
    assertThat(rebound(inPlaceOf("r"), restored).denominator()).isEqualTo(2);
    assertThat(rebound(inPlaceOf("r"), again).numerator()).isEqualTo(1);
    assertThat(rebound(inPlaceOf("r"), again).denominator()).isEqualTo(3);
  }

  @Test
  void aGroupDeclaredInErrorOrJoinedToAnotherTookNobodysPlace() {
    for (GroupState never : List.of(GroupState.WITHDRAWN, GroupState.JOINED)) {
      GroupFact wrong = aGroup("new").filed(TODAY.minusDays(20)).entered(never, TODAY).known();
      Metric metric = rebound(inPlaceOf("a").cleared(TODAY, "JOINED"), wrong);
      assertThat(metric.numerator()).isZero();
      assertThat(metric.excluded()).isZero();
    }
  }

  private static GroupBuilder ended(String id) {
    return aGroup(id).filed(LONG_AGO);
  }

  private static FindingBuilder inPlaceOf(String... dissolved) {
    return inPlaceOf(null, null, dissolved);
  }

  private static FindingBuilder inPlaceOfOneElsewhere(
      @Nullable LocalDate dissolvedOn, @Nullable LocalDate mergedOn) {
    return inPlaceOf(dissolvedOn, mergedOn);
  }

  private static FindingBuilder inPlaceOf(
      @Nullable LocalDate dissolvedElsewhereOn,
      @Nullable LocalDate mergedElsewhereOn,
      String... dissolved) {
    Map<String, Object> evidence = new HashMap<>();
    evidence.put("dissolved", List.of(dissolved));
    if (dissolvedElsewhereOn != null) {
      evidence.put("dissolvedElsewhereOn", dissolvedElsewhereOn.toString());
    }
    if (mergedElsewhereOn != null) {
      evidence.put("mergedElsewhereOn", mergedElsewhereOn.toString());
    }
    return aFinding("G-REBOUND", "new").evidence(evidence).raised(TODAY.minusDays(9));
  }

  private static Metric rebound(FindingBuilder finding, GroupFact... more) {
    return metric(TODAY, List.of(), finding, more);
  }

  private static Metric on(LocalDate day, FindingBuilder finding) {
    return metric(day, List.of(), finding);
  }

  private static Metric metric(
      LocalDate day, List<Exemption> exemptions, FindingBuilder finding, GroupFact... more) {
    List<GroupFact> groups = new ArrayList<>(List.of(more));
    groups.add(ended("a").dissolved(ENDED).known());
    groups.add(
        ended("b").dissolved(ENDED).entered(GroupState.ARCHIVED, ENDED.plusDays(30)).known());
    groups.add(ended("c").dissolved(TODAY.minusDays(366)).known());
    return metric(day, exemptions, finding, groups);
  }

  private static Metric metric(
      LocalDate day, List<Exemption> exemptions, FindingBuilder finding, List<GroupFact> groups) {
    return WorkedExamplesTest.metric(
        Calculator.of(
            town(
                district(rules().with("G-REBOUND", "M").set(), exemptions),
                groups,
                List.of(finding.known()),
                Map.of()),
            day),
        "M13");
  }
}
