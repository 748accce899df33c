package cn.jianfu.group.detection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.activity.ActivityDays.Counted;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.Profile;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownActivityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final WorkGroup used = group("used");
  private final WorkGroup silent = group("silent");
  private final KnownActivity known =
      new KnownActivity(Map.of(used.id().text(), used, silent.id().text(), silent), 2);

  @Test
  void onlyGroupsThatShowNoUseAreReadFromTheBeginning() {
    known.add(new Counted(used.id().text(), DAY, 5, 9, 0));
    known.add(new Counted(silent.id().text(), DAY, 1, 9, 0));

    assertThat(known.withoutUse()).containsExactly(silent.id().text());
    known.again().add(new Counted(silent.id().text(), DAY.minusDays(200), 3, 9, 0));
    assertThat(known.facts().get(silent.id().text()).firstDataDay()).isEqualTo(DAY.minusDays(200));
    assertThat(known.facts().get(used.id().text()).days()).hasSize(1);
  }

  @Test
  void aSourceThatReportsOneGroupOfAUnitIsAliveForTheOthersToo() {
    known.add(new Counted(used.id().text(), DAY, 5, 9, 0));
    known.add(new Counted(silent.id().text(), DAY.minusDays(90), 5, 9, 0));

    assertThat(known.facts().get(silent.id().text()).feedThrough()).isEqualTo(DAY);
  }

  private static WorkGroup group(String id) {
    Facts facts =
        new Facts(
            id, null, null, null, null, null, null, null, null, null, null, null, Confidence.API);
    return new WorkGroup.Declared(
        new Profile(
            new GroupId("350213101000", Platform.WECOM, id),
            "350213101000",
            facts,
            DAY,
            null,
            null,
            DAY,
            List.of()),
        null);
  }
}
