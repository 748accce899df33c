package cn.jianfu.report.compliance.domain;

import static cn.jianfu.report.compliance.domain.Fixtures.TODAY;
import static cn.jianfu.report.compliance.domain.Fixtures.aFinding;
import static cn.jianfu.report.compliance.domain.Fixtures.aGroup;
import static cn.jianfu.report.compliance.domain.Fixtures.district;
import static cn.jianfu.report.compliance.domain.Fixtures.roundOpened;
import static cn.jianfu.report.compliance.domain.Fixtures.rules;
import static cn.jianfu.report.compliance.domain.Fixtures.town;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AnyOrderTest {

  @Property(tries = 60)
  void theOrderInWhichFactsAreReadDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(max = 20) int groups) {
    Random random = new Random(seed);
    List<GroupFact> facts = new ArrayList<>();
    List<FindingFact> findings = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      var group = aGroup("g" + i).filed(TODAY.minusDays(random.nextInt(200)));
      group.countersFor(
          random.nextInt(100), TODAY.minusDays(random.nextInt(20)), random.nextInt(4));
      facts.add(
          (random.nextBoolean() ? group : group.dissolved(TODAY.minusDays(random.nextInt(9))))
              .known());
      findings.add(aFinding("G-ZOMB", "g" + i).raised(TODAY.minusDays(random.nextInt(60))).known());
      findings.add(aFinding("G-DUPM", "g" + i, "g" + random.nextInt(groups)).raised(TODAY).known());
    }

    String once = computed(facts, findings);
    Collections.shuffle(facts, random);
    Collections.shuffle(findings, random);

    assertThat(computed(facts, findings)).isEqualTo(once);
  }

  @Property(tries = 100)
  void everyShareLiesBetweenNothingAndAll(
      @ForAll @IntRange(max = 30) int findings, @ForAll @IntRange(max = 30) int exposure) {
    CompositeScore score = score(findings, exposure);

    if (exposure == 0 && findings == 0) {
      assertThat(score.effective()).isNull();
    } else {
      assertThat(score.effective()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
    }
  }

  /** What was found stays found: with less told of the others the index does not rise. */
  @Property(tries = 100)
  void whoLetsLessBeJudgedIsNoBetterOff(
      @ForAll @IntRange(min = 1, max = 30) int findings,
      @ForAll @IntRange(max = 60) int judged,
      @ForAll @IntRange(max = 60) int withheld) {
    BigDecimal told = score(findings, judged + withheld).effective();
    BigDecimal less = score(findings, judged).effective();

    assertThat(told).isNotNull();
    assertThat(less).isNotNull().isLessThanOrEqualTo(told);
  }

  private static CompositeScore score(int findings, int exposure) {
    List<FindingFact> raised = new ArrayList<>();
    for (int i = 0; i < findings; i++) {
      raised.add(aFinding("G-ZOMB", "g" + i).raised(TODAY).known());
    }
    return Calculator.of(
            town(
                district(rules().with("G-ZOMB", "M").set()),
                List.of(),
                raised,
                Map.of("G-ZOMB", exposure)),
            TODAY)
        .score();
  }

  private static String computed(List<GroupFact> groups, List<FindingFact> findings) {
    return Calculator.of(
            town(
                district(
                    rules().with("G-ZOMB", "M").with("G-DUPM", "M").set(),
                    roundOpened(TODAY.minusDays(30))),
                groups,
                findings,
                Map.of("G-ZOMB", 20, "G-DUPM", 20)),
            TODAY)
        .toString();
  }
}
