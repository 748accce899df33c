package cn.jianfu.group.detection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.Ending;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.Profile;
import cn.jianfu.group.workgroup.domain.Transition;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupAsFactsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
  private static final ReferenceData NOTHING =
      new ReferenceData(Map.of(), Map.of(), List.of(), List.of(), Map.of());
  private static final String TOWN = "350213101000";
  private static final Owners NOBODY =
      new Owners(Directory.UNKNOWN, new PersonRefs(new byte[32], "k1"), Map.of());

  @Test
  void aListTellsHowManyMembersThereAreAndWithoutOneItsUnit() {
    assertThat(facts(45, 31).memberCount()).isEqualTo(31);
    assertThat(facts(45, 0).memberCount()).isZero();
    assertThat(facts(45, null).memberCount()).isEqualTo(45);
    assertThat(facts(null, null).memberCount()).isZero();
  }

  @Test
  void membersAreMissingWhereNeitherANumberNorAListIsKnown() {
    assertThat(facts(null, null).missingFields()).contains(GroupFacts.MEMBERS);
    assertThat(facts(45, null).missingFields()).doesNotContain(GroupFacts.MEMBERS);
    assertThat(facts(null, 0).missingFields()).as("an empty list").doesNotContain("members");
    assertThat(facts(null, null).missingFields()).contains("purpose", "createdOn");
  }

  @Test
  void aGroupWasToEndSinceTheFirstDecisionHoweverOftenItWasWithdrawnSince() {
    assertThat(announced(at(GroupState.DISSOLVING, 10), at(GroupState.DISSOLVED, 20)))
        .isEqualTo(DAY.plusDays(10));
    assertThat(
            announced(
                at(GroupState.MERGING, 3),
                at(GroupState.ACTIVE, 5),
                at(GroupState.DISSOLVING, 10),
                at(GroupState.DISSOLVED, 20),
                at(GroupState.ARCHIVED, 60)))
        .isEqualTo(DAY.plusDays(3));
    assertThat(
            announced(
                at(GroupState.DISSOLVING, 1),
                at(GroupState.DISSOLVED, 2),
                at(GroupState.ACTIVE, 5),
                at(GroupState.DISSOLVING, 10),
                at(GroupState.DISSOLVED, 20)))
        .as("it had ended and come back")
        .isEqualTo(DAY.plusDays(10));
  }

  private static LocalDate announced(Transition... transitions) {
    CleanupDecision decision =
        new CleanupDecision(
            DecisionKind.DISSOLVE,
            "长期闲置",
            Actor.byRule("urn:x"),
            DAY.plusDays(10),
            DAY.plusDays(40),
            null,
            null,
            DecisionOrigin.BY_HAND,
            DAY.plusDays(20),
            null,
            null,
            null,
            null,
            null);
    WorkGroup ended =
        new WorkGroup.Dissolved(
            new Profile(
                new GroupId(TOWN, Platform.WECHAT, "1"),
                TOWN,
                unknown(null),
                DAY,
                null,
                null,
                List.of(transitions)),
            decision);
    Ending ending = GroupAsFacts.of(ended, null, NOBODY, NOTHING).ending();
    return Objects.requireNonNull(ending).announcedOn();
  }

  private static Transition at(GroupState state, int day) {
    return new Transition(state, DAY.plusDays(day));
  }

  private static GroupFacts facts(@Nullable Integer declared, @Nullable Integer listed) {
    WorkGroup group =
        new WorkGroup.Declared(
            new Profile(
                new GroupId(TOWN, Platform.WECHAT, "1"),
                TOWN,
                unknown(declared),
                DAY,
                null,
                null,
                List.of(new Transition(GroupState.DECLARED, DAY))),
            null);
    return GroupAsFacts.of(group, listed, NOBODY, NOTHING);
  }

  private static Facts unknown(@Nullable Integer declared) {
    return new Facts(
        "群",
        null,
        null,
        null,
        null,
        TOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        declared,
        Confidence.DECLARED);
  }
}
