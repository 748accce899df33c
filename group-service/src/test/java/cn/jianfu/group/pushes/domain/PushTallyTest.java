package cn.jianfu.group.pushes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PushTallyTest {

  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

  @Test
  void talliesAddUpByReason() {
    PushTally all =
        PushTally.ofAccepted(NOON.minusSeconds(90), NOON)
            .plus(PushTally.ofUnchanged(NOON.plusSeconds(1)))
            .plus(PushTally.ofDeclined("web.invalid", "不符合要求", "invalid", NOON.plusSeconds(2)))
            .plus(PushTally.ofDeclined("web.invalid", "还是不符合", "still", NOON.plusSeconds(3)))
            .plus(PushTally.ofDeclined("group.ended", "已解散", "dissolved", NOON.plusSeconds(2)));

    assertThat(all.accepted()).isEqualTo(1);
    assertThat(all.unchanged()).isEqualTo(1);
    assertThat(all.declined())
        .containsEntry("web.invalid", new PushTally.Declined(2, "还是不符合", "still"))
        .containsEntry("group.ended", new PushTally.Declined(1, "已解散", "dissolved"));
    assertThat(all.lastAt()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void onlyEventsThatSayWhenTheyHappenedHaveALag() {
    PushTally all =
        PushTally.ofAccepted(NOON.minusSeconds(90), NOON).plus(PushTally.ofAccepted(null, NOON));

    assertThat(all.accepted()).isEqualTo(2);
    assertThat(all.timed()).isEqualTo(1);
    assertThat(all.lagSeconds()).isEqualTo(90);
  }

  @Test
  void aClockThatIsFastIsNotAheadOfTime() {
    assertThat(PushTally.ofAccepted(NOON.plusSeconds(60), NOON).lagSeconds()).isZero();
  }
}
