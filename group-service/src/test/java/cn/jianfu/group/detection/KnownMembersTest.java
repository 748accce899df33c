package cn.jianfu.group.detection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.Overlaps;
import cn.jianfu.group.detection.domain.PersonLoad;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.Member;
import cn.jianfu.group.members.domain.MemberRole;
import cn.jianfu.group.members.domain.MemberSnapshot;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownMembersTest {

  private static final String TOWN = "350213101000";
  private static final Instant NIGHT = Instant.parse("2026-11-01T17:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final ReferenceData NOTHING =
      new ReferenceData(Map.of(), Map.of(), List.of(), List.of(), Map.of());

  private final Directory directory =
      Directory.builder().add(TOWN, "k1:li", null, LocalDate.of(2026, 9, 1), DAY).build();
  private final KnownMembers known =
      new KnownMembers(
          id -> id.startsWith("live"),
          directory,
          new PersonRefs(new byte[32], "k1"),
          new DistrictClock(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")));

  @Test
  void nobodyIsInAGroupThatHasEndedAndItsMembersAreComparedAllTheSame() {
    known.add(group("live", "k1:zhang", "k1:li"));
    known.add(group("ended", "k1:zhang", "k1:wang"));

    KnownMembers.Sets sets = known.build(NOTHING);

    assertThat(sets.loads())
        .containsExactlyInAnyOrder(
            new PersonLoad("k1:zhang", TOWN, TOWN, 1, DAY),
            new PersonLoad("k1:li", TOWN, TOWN, 1, DAY));
    assertThat(sets.overlaps().shared("ended", "live")).isEqualTo(new Overlaps.Shared(2, 2, 1));
  }

  @Test
  void ofAListUnderAnotherKeyOnlyTheNumberIsKnown() {
    known.add(group("live", "k1:zhang", "k1:li"));
    known.add(group("live-2", "k0:zhang", "k0:li"));

    KnownMembers.Sets sets = known.build(NOTHING);

    assertThat(known.countOf("live-2")).isEqualTo(2);
    assertThat(known.memberships()).containsOnlyKeys("live");
    assertThat(sets.loads()).extracting(PersonLoad::person).containsOnly("k1:zhang", "k1:li");
  }

  @Test
  void theOwnerOnThePlatformAndWhoHasLeftAreNoticedOnTheDistrictsDay() {
    known.add(group("live", "k1:zhang", "k1:li"));

    assertThat(known.owners()).containsExactly(Map.entry("live", "k1:zhang"));
    assertThat(known.memberships().get("live"))
        .satisfies(membership -> {
          assertThat(membership.takenOn()).isEqualTo(LocalDate.of(2026, 11, 2));
          assertThat(membership.leftOn()).containsExactly(LocalDate.of(2026, 9, 1));
        });
  }

  @ParameterizedTest
  @CsvSource({"350213101000, 350213102000", "350213102000, 350213101000"})
  void whoIsInGroupsOfTwoTownsCountsForTheSameOneInWhateverOrder(String one, String other) {
    known.add(group(one, "live", "k1:zhang", "k1:li"));
    known.add(group(other, "live too", "k1:zhang", "k1:wang"));

    assertThat(known.build(NOTHING).loads())
        .containsExactlyInAnyOrder(
            new PersonLoad("k1:zhang", "350213101000", "350213101000", 2, DAY),
            new PersonLoad("k1:li", one, one, 1, DAY),
            new PersonLoad("k1:wang", other, other, 1, DAY));
  }

  @Test
  void aGroupThatHasEndedSaysNothingOfWhereSomebodyIs() {
    known.add(group("350213102000", "live", "k1:zhang", "k1:li"));
    known.add(group("350213101000", "ended", "k1:zhang", "k1:li"));

    assertThat(known.build(NOTHING).loads())
        .extracting(PersonLoad::town)
        .containsExactly("350213102000", "350213102000");
  }

  @Test
  void aListThatWasForgottenIsAsIfNoneHadBeenSentButForItsNumberAndThatItWasThere() {
    known.add(group("live", "k1:zhang", "k1:li").withoutPeople());

    assertThat(known.countOf("live")).isEqualTo(2);
    assertThat(known.countOf("unlisted")).isNull();
    assertThat(known.memberships()).isEmpty();
    Overlaps overlaps = known.build(NOTHING).overlaps();
    assertThat(overlaps.knows("live")).isFalse();
    assertThat(overlaps.knew("live")).as("that there was one is known").isTrue();
    assertThat(overlaps.knew("unlisted")).isFalse();
  }

  private static GroupMembers group(String id, String owner, String other) {
    return group(TOWN, id, owner, other);
  }

  private static GroupMembers group(String town, String id, String owner, String other) {
    return new GroupMembers(
        id,
        town,
        town,
        new MemberSnapshot(
            NIGHT,
            List.of(
                new Member(owner, null, MemberRole.OWNER),
                new Member(other, null, MemberRole.MEMBER))));
  }
}
