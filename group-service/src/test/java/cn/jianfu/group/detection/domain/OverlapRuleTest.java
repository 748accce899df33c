package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.CIVIL_AFFAIRS;
import static cn.jianfu.group.detection.domain.Fixtures.OFFICE;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.people;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlapRuleTest {

  private static final DetectionRule RULE = DetectionRule.OVERLAP;

  @Test
  void fourFifthsOfTheMembersOnOneLineAreADuplicateToTheDot() {
    GroupBuilder first = aGroup("a").withMembers(people(1, 9));
    GroupBuilder second = aGroup("b").withMembers(people(2, 10)); // 8 of 10

    assertThat(onTheFactsOf(first, second).detect(RULE))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.subject()).isEqualTo(first.id() + "|" + second.id());
          assertThat(found.evidence().values())
              .containsEntry("kind", new Evidence.Value.Word("DUPLICATE"))
              .containsEntry(
                  "sharedMembers", Evidence.builder().number("n", 8).build().values().get("n"));
        });
  }

  @Test
  void onTwoLinesOnlyContainmentCounts() {
    GroupBuilder first = aGroup("a").withMembers(people(1, 20)).onLine("党政");
    GroupBuilder cross = aGroup("b").withMembers(people(3, 22)).onLine("民政");
    GroupBuilder within = aGroup("c").withMembers(people(1, 17)).onLine("民政").of(CIVIL_AFFAIRS);

    assertThat(onTheFactsOf(first, within).detect(RULE))
        .extracting(Detected::unit, found -> found.evidence().values().get("kind"))
        .containsExactly(tuple(CIVIL_AFFAIRS, new Evidence.Value.Word("CONTAINED")));
    assertThat(onTheFactsOf(first, cross).detect(RULE)).hasSize(1);
    assertThat(
            onTheFactsOf(first, aGroup("d").withMembers(people(4, 23)).onLine("民政")).detect(RULE))
        .isEmpty();
  }

  @Test
  void aUnitWithoutALineIsALineOfItsOwn() {
    GroupBuilder first = aGroup("a").withMembers(people(1, 20)).onLine(null);
    GroupBuilder second = aGroup("b").withMembers(people(6, 25)).onLine(null);

    assertThat(onTheFactsOf(first, second).detect(RULE)).hasSize(1);
    assertThat(onTheFactsOf(first, second.of(CIVIL_AFFAIRS)).detect(RULE)).isEmpty();
  }

  @Test
  void whoeverSetUpTheLaterGroupIsAccountable() {
    GroupBuilder later = aGroup("a").withMembers(people(1, 5)).createdOn(daysAgo(9)).of(OFFICE);
    GroupBuilder older =
        aGroup("b").withMembers(people(1, 5)).createdOn(daysAgo(90)).of(CIVIL_AFFAIRS);

    assertThat(onTheFactsOf(later, older).detect(RULE))
        .extracting(Detected::unit)
        .containsExactly(OFFICE);
  }

  @Test
  void aSmallGroupInTheAssemblyOfAllStaffIsNotContainedWhereTheRuleSetSaysSo() {
    GroupBuilder all = aGroup("全体").withMembers(people(1, 100)).onLine("党政");
    GroupBuilder few = aGroup("班子").withMembers(people(1, 9)).onLine("组织");

    assertThat(onTheFactsOf(all, few).detect(RULE)).hasSize(1);
    assertThat(
            onTheFactsOf(all, few)
                .scan(rules(2, Map.of("overlap.containmentSizeShare", "0.5")))
                .detected())
        .isEmpty();
  }

  @Test
  void aPairWithADissolvedGroupIsNoPair() {
    GroupBuilder first = aGroup("a").withMembers(people(1, 9));
    GroupBuilder second = aGroup("b").withMembers(people(1, 9)).dissolved();

    assertThat(onTheFactsOf(first, second).detect(RULE)).isEmpty();
  }

  @Test
  void groupsWithUnknownMembersAreUnknown() {
    GroupBuilder first = aGroup("a").withMembers(people(1, 9));
    GroupBuilder second = aGroup("b");

    assertThat(onTheFactsOf(first, second).scan(rules()).exposures().get(RULE))
        .containsOnly(Map.entry(OFFICE, new Exposure(1, 1)));
  }
}
