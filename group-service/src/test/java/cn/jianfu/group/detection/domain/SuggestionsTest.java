package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.MAXIANG;
import static cn.jianfu.group.detection.domain.Fixtures.VILLAGE;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.people;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.SuggestedDecision.Dissolve;
import cn.jianfu.group.detection.domain.SuggestedDecision.Keep;
import cn.jianfu.group.detection.domain.SuggestedDecision.Merge;
import cn.jianfu.group.detection.domain.SuggestedDecision.Standardise;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

  private static Map<String, SuggestedDecision> suggest(GroupBuilder... groups) {
    return suggest(rules(), groups);
  }

  private static Map<String, SuggestedDecision> suggest(RuleSet rules, GroupBuilder... groups) {
    ScanInput input = onTheFactsOf(groups).input();
    List<Detected> open = onTheFactsOf(groups).scan(rules).detected();
    return Suggestions.of(
        input.groups(),
        open,
        id -> {
          ActivityFacts activity = input.activity().get(id);
          return activity == null ? 0 : activity.activeDays(2, 60, input.day());
        },
        rules.thresholds());
  }

  @Test
  void zombiesAndOutlivedGroupsAreToBeDissolved() {
    GroupBuilder both = aGroup("专班").temporary().validUntil(daysAgo(90)).observed(120, 0, 0);

    assertThat(suggest(both)).containsEntry(both.id(), new Dissolve(List.of("G-TEMP", "G-ZOMB")));
  }

  @Test
  void duplicatesAreMergedIntoTheMostActive() {
    GroupBuilder quiet = aGroup("甲").withMembers(people(1, 10)).observed(30, 20, 3);
    GroupBuilder busy = aGroup("乙").withMembers(people(1, 9)).observed(30, 0, 3);

    assertThat(suggest(quiet, busy))
        .containsEntry(quiet.id(), new Merge(busy.id(), List.of("G-OVER")))
        .containsEntry(busy.id(), new Keep(List.of("G-OVER")));
  }

  @Test
  void oneGroupThatTwoUnitsDeclareIsNotMergedIntoItself() {
    GroupBuilder office = aGroup("甲").withExternalId("wx|1").withMembers(people(1, 10));
    GroupBuilder village =
        aGroup("乙").of(VILLAGE).withExternalId("wx|1").withMembers(people(1, 10));

    assertThat(suggest(office, village))
        .containsEntry(office.id(), new Keep(List.of()))
        .containsEntry(village.id(), new Keep(List.of()));
  }

  @Test
  void withoutActivityTheLargestThenTheOldestStays() {
    GroupBuilder large = aGroup("甲").withMembers(people(1, 10)).onMatter("x");
    GroupBuilder small = aGroup("乙").withMembers(people(1, 9)).onMatter("x");
    GroupBuilder old = aGroup("丙").onMatter("y").createdOn(daysAgo(900));
    GroupBuilder young = aGroup("丁").onMatter("y").createdOn(daysAgo(90));

    assertThat(suggest(large, small, old, young))
        .containsEntry(small.id(), new Merge(large.id(), List.of("G-DUPM", "G-OVER")))
        .containsEntry(young.id(), new Merge(old.id(), List.of("G-DUPM")))
        .containsEntry(old.id(), new Keep(List.of("G-DUPM")));
  }

  @Test
  void nothingIsMergedIntoAGroupThatIsToBeDissolved() {
    GroupBuilder zombie = aGroup("甲").withMembers(people(1, 10)).observed(90, 0, 0);
    GroupBuilder live = aGroup("乙").withMembers(people(1, 9)).observed(90, 0, 3);

    assertThat(suggest(zombie, live))
        .containsEntry(zombie.id(), new Dissolve(List.of("G-ZOMB")))
        .containsEntry(live.id(), new Keep(List.of()));
  }

  @Test
  void whatIsDecidedIsProposedAndTheOthersGoWhereItGoes() {
    GroupBuilder other = aGroup("乙").withMembers(people(1, 10)).observed(30, 20, 1);
    GroupBuilder busy = aGroup("丙").withMembers(people(1, 10)).observed(30, 0, 3);
    GroupBuilder decided =
        aGroup("甲").withMembers(people(1, 10)).toBeMergedInto(other, daysAgo(-10));

    assertThat(suggest(other, busy, decided))
        .containsEntry(decided.id(), new Merge(other.id(), List.of("G-OVER")))
        .containsEntry(busy.id(), new Merge(other.id(), List.of("G-OVER")))
        .containsEntry(other.id(), new Keep(List.of("G-OVER")));
  }

  @Test
  void nothingIsMergedIntoAGroupOfWhichItIsDecidedThatItEnds() {
    GroupBuilder busy =
        aGroup("甲").withMembers(people(1, 10)).observed(90, 0, 3).toBeDissolvedBy(daysAgo(-10));
    GroupBuilder second = aGroup("乙").withMembers(people(1, 10)).onMatter("x");
    GroupBuilder third = aGroup("丙").withMembers(people(1, 9)).onMatter("x");

    assertThat(suggest(busy, second, third))
        .containsEntry(busy.id(), new Dissolve(List.of()))
        .containsEntry(third.id(), new Merge(second.id(), List.of("G-DUPM", "G-OVER")));
  }

  @Test
  void aChainOfDuplicatesHasOneTarget() {
    GroupBuilder first = aGroup("甲").withMembers(people(1, 20));
    GroupBuilder second = aGroup("乙").withMembers(people(2, 21));
    GroupBuilder third = aGroup("丙").withMembers(people(4, 23)).createdOn(daysAgo(900));
    GroupBuilder fourth = aGroup("丁").withMembers(people(6, 25));

    assertThat(suggest(first, second, third, fourth).values())
        .containsExactlyInAnyOrder(
            new Merge(third.id(), List.of("G-OVER")),
            new Merge(third.id(), List.of("G-OVER")),
            new Keep(List.of("G-OVER")),
            new Merge(third.id(), List.of("G-OVER")));
  }

  @Test
  void aMereCrossingProposesNothing() {
    GroupBuilder first = aGroup("甲").withMembers(people(1, 20));
    GroupBuilder second = aGroup("乙").withMembers(people(6, 25));

    assertThat(suggest(first, second).values())
        .containsExactly(new Keep(List.of()), new Keep(List.of()));
  }

  @Test
  void anotherTownsGroupIsNeverATarget() {
    GroupBuilder here = aGroup("甲").withMembers(people(1, 20));
    GroupBuilder there = aGroup("乙").withMembers(people(1, 20)).inTown(MAXIANG);

    assertThat(suggest(here, there).values())
        .containsExactly(new Keep(List.of()), new Keep(List.of()));
  }

  @Test
  void whoseMembersAreUntoldIsToBeStandardisedOnlyWhereTheyAreAskedFor() {
    GroupBuilder untold = aGroup("群").lacking("members");

    assertThat(suggest(untold)).containsExactly(Map.entry(untold.id(), new Keep(List.of())));
    assertThat(suggest(rules(1, Map.of("register.membersRequired", "1")), untold))
        .containsExactly(Map.entry(untold.id(), new Standardise(List.of("G-REG"))));
  }

  @Test
  void whatIsNotFiledIsToBeStandardisedAndADissolvedGroupIsNotListed() {
    GroupBuilder unfiled = aGroup("甲").unfiled();

    assertThat(suggest(unfiled, aGroup("乙").dissolved()))
        .containsExactly(Map.entry(unfiled.id(), new Standardise(List.of("G-REG"))));
  }
}
