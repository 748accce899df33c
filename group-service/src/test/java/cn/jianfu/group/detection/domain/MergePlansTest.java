package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.TODAY;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.people;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MergePlansTest {

  private final Map<String, List<String>> members = new TreeMap<>();
  private final Map<String, ActivityFacts> activity = new HashMap<>();

  @Test
  void theGroupThatGoesOnHasEverybodyOnce() {
    members.put("a", people(1, 10));
    members.put("b", people(6, 12));
    members.put("c", people(12, 13));

    MergePlan plan = plan("a", "b", "c");

    assertThat(plan.result().members()).isEqualTo(13);
    assertThat(plan.result().newcomers()).isEqualTo(3);
    assertThat(plan.result().membershipsSaved()).isEqualTo(10 + 7 + 2 - 13);
    assertThat(plan.shared())
        .containsExactly(new MergePlan.Shared("a", "b", 5), new MergePlan.Shared("b", "c", 1));
    assertThat(plan.parts()).extracting(MergePlan.Part::group).containsExactly("a", "b", "c");
  }

  @Test
  void allThatIsSaidNowWouldBeSaidThere() {
    said("a", 150);
    said("b", 60);

    assertThat(plan("a", "b").result().messagesPerWorkday()).isEqualTo(210);
    assertThat(plan("a", "b").result().floods()).isTrue();
    said("b", 50);
    assertThat(plan("a", "b").result().floods()).isFalse();
  }

  @Test
  void whatIsUnknownOfOneGroupIsUnknownOfAll() {
    members.put("a", people(1, 10));
    said("a", 500);

    MergePlan.Result result = plan("a", "b").result();

    assertThat(result.members()).isNull();
    assertThat(result.membershipsSaved()).isNull();
    assertThat(result.messagesPerWorkday()).isNull();
    assertThat(result.floods()).isFalse();
  }

  @Test
  void eachProposedMergeIsAPlan() {
    GroupBuilder large = aGroup("甲").withMembers(people(1, 10)).onMatter("x");
    GroupBuilder small = aGroup("乙").withMembers(people(1, 9)).onMatter("x");
    ScanInput input = onTheFactsOf(large, small, aGroup("丙")).input();
    var decisions =
        Suggestions.of(
            input.groups(),
            onTheFactsOf(large, small).scan(rules()).detected(),
            _ -> 0,
            rules().thresholds());

    List<MergePlan> plans =
        new MergePlans(input.overlaps(), Map.of(), WorkingTime.UNKNOWN, rules().thresholds(), TODAY)
            .proposed(input.groups(), decisions, _ -> XINDIAN);

    assertThat(plans)
        .singleElement()
        .satisfies(plan -> {
          assertThat(plan.target()).isEqualTo(large.id());
          assertThat(plan.town()).isEqualTo(XINDIAN);
          assertThat(plan.because()).containsExactly("G-DUPM", "G-OVER");
          assertThat(plan.result().membershipsSaved()).isEqualTo(9);
        });
  }

  @Test
  void ofVeryManyGroupsOnlyTheTargetIsCompared() {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      members.put("g" + i, people(1, 3));
      others.add("g" + i);
    }
    members.put("a", people(1, 3));

    assertThat(plan("a", others.toArray(String[]::new)).shared())
        .hasSize(40)
        .allSatisfy(pair -> assertThat(pair.first()).isEqualTo("a"));
  }

  @Property
  void nobodyIsLostAndNobodyCountsTwice(
      @ForAll @Size(min = 2, max = 6)
          List<@Size(max = 8) List<@IntRange(min = 1, max = 12) Integer>> sets) {
    Map<String, List<String>> drawn = new TreeMap<>();
    for (int i = 0; i < sets.size(); i++) {
      drawn.put("g" + i, sets.get(i).stream().map(each -> "k1:" + each).distinct().toList());
    }
    MergePlan.Result result =
        plans(drawn, Map.of()).of(XINDIAN, "g0", drawn.keySet().stream().skip(1).toList()).result();
    long everybody = drawn.values().stream().flatMap(List::stream).distinct().count();

    assertThat(result.members()).isEqualTo((int) everybody);
    assertThat(result.newcomers())
        .isEqualTo((int) everybody - drawn.getOrDefault("g0", List.of()).size());
    assertThat(result.membershipsSaved())
        .isEqualTo(drawn.values().stream().mapToInt(List::size).sum() - (int) everybody);
  }

  private MergePlan plan(String target, String... others) {
    return plans(members, activity).of(XINDIAN, target, List.of(others));
  }

  private static MergePlans plans(
      Map<String, List<String>> members, Map<String, ActivityFacts> activity) {
    return new MergePlans(
        Overlaps.among(MemberSets.of(members)),
        activity,
        WorkingTime.UNKNOWN,
        rules().thresholds(),
        TODAY);
  }

  /** On each day of the last five weeks that is a working day. */
  private void said(String group, int messages) {
    List<DayCount> days = new ArrayList<>();
    for (LocalDate day = daysAgo(40); day.isBefore(TODAY); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= 5) {
        days.add(new DayCount(day, 3, messages, 0));
      }
    }
    activity.put(group, ActivityFacts.of(group, days, null));
  }
}
