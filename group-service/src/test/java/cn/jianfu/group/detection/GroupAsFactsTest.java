package cn.jianfu.group.detection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.workgroup.domain.Confidence;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupAsFactsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
  private static final ReferenceData NOTHING =
      new ReferenceData(Map.of(), Map.of(), List.of(), List.of(), Map.of());
  private static final String TOWN = "350213101000";

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

  private static GroupFacts facts(@Nullable Integer declared, @Nullable Integer listed) {
    Facts facts =
        new Facts(
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
    WorkGroup group =
        new WorkGroup.Declared(
            new Profile(
                new GroupId(TOWN, Platform.WECHAT, "1"),
                TOWN,
                facts,
                DAY,
                null,
                null,
                List.of(new Transition(GroupState.DECLARED, DAY))),
            null);
    Owners nobody = new Owners(Directory.UNKNOWN, new PersonRefs(new byte[32], "k1"), Map.of());
    return GroupAsFacts.of(group, listed, nobody, NOTHING);
  }
}
