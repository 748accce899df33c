package cn.jianfu.group.members;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.members.domain.Member;
import cn.jianfu.group.members.domain.MemberRole;
import cn.jianfu.group.members.domain.MemberSnapshot;
import cn.jianfu.group.members.domain.MemberSnapshot.Flaw;
import cn.jianfu.group.members.domain.MemberSnapshot.Refusal;
import cn.jianfu.group.members.domain.MemberSnapshot.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberSnapshotTest {

  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
  private static final Member OWNER = new Member("k1:a", "350213101000", MemberRole.OWNER);
  private static final Member OTHER = new Member("k1:b", null, MemberRole.MEMBER);

  @Test
  void anOlderSnapshotChangesNothing() {
    var known = new MemberSnapshot(NOON, List.of(OWNER, OTHER));
    var older = new MemberSnapshot(NOON.minusSeconds(1), List.of(OWNER));

    assertThat(older.after(known, NOON)).isEqualTo(new Verdict.Known());
  }

  @Test
  void theSamePeopleInAnotherOrderAreTheSame() {
    var known = new MemberSnapshot(NOON, List.of(OWNER, OTHER));

    assertThat(new MemberSnapshot(NOON, List.of(OTHER, OWNER)).after(known, NOON))
        .isEqualTo(new Verdict.Known());
  }

  @Test
  void twoListsOfOneMomentContradictEachOther() {
    var known = new MemberSnapshot(NOON, List.of(OWNER));

    assertThat(new MemberSnapshot(NOON, List.of(OTHER)).after(known, NOON))
        .isEqualTo(new Verdict.Declined(List.of(new Flaw(Refusal.SAME_TIME_OTHER_MEMBERS, null))));
  }

  @Test
  void aSnapshotIsNotTakenBeforeItsTime() {
    assertThat(new MemberSnapshot(NOON, List.of()).after(null, NOON.minusSeconds(1)))
        .isInstanceOf(Verdict.Declined.class);
  }

  @Test
  void nobodyIsInAGroupTwiceAndOnlyOneOwnsIt() {
    Member second = new Member("k1:c", null, MemberRole.OWNER);

    assertThat(MemberSnapshot.flaws(List.of(OWNER, OTHER, OTHER, second)))
        .containsExactly(new Flaw(Refusal.MEMBER_TWICE, 2), new Flaw(Refusal.SECOND_OWNER, 3));
  }

  @Test
  void whoeverIsForgottenStillCountsAndTheSameListBringsNobodyBack() {
    var sent = new MemberSnapshot(NOON, List.of(OWNER, OTHER));
    var known = sent.withoutPeople();

    assertThat(known.members()).isEmpty();
    assertThat(known.size()).isEqualTo(2);
    assertThat(known.withoutPeople()).isEqualTo(known);
    assertThat(sent.after(known, NOON)).isEqualTo(new Verdict.Known());
    assertThat(new MemberSnapshot(NOON, List.of(OTHER)).after(known, NOON))
        .isInstanceOf(Verdict.Declined.class);
    var later = new MemberSnapshot(NOON.plusSeconds(1), List.of(OTHER));
    assertThat(later.after(known, NOON.plusSeconds(1))).isEqualTo(new Verdict.Taken(later));
  }

  @Test
  void whatIsStoredIsReadBack() {
    var members =
        new GroupMembers(
            "350213101000/QQ/1",
            "350213101000",
            "350213101000",
            new MemberSnapshot(NOON, List.of(OWNER, OTHER)));

    assertThat(MembersRecord.of(members).members()).isEqualTo(members);
    var forgotten = members.withoutPeople();
    assertThat(MembersRecord.of(forgotten).people()).isEmpty();
    assertThat(MembersRecord.of(forgotten).members()).isEqualTo(forgotten);
  }
}
