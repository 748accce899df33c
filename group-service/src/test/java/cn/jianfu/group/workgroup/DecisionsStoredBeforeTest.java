package cn.jianfu.group.workgroup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions that were stored before it was stored where they came from. */
class DecisionsStoredBeforeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @Test
  void oneOfARoundIsReadAsOneOfItsSelfCheck() {
    assertThat(stored("town-office", "2026-autumn", null)).isEqualTo(DecisionOrigin.SELF_CHECK);
    assertThat(stored("town-office", null, null)).isEqualTo(DecisionOrigin.BY_HAND);
    assertThat(stored("system", null, null)).isEqualTo(DecisionOrigin.RULE);
  }

  @Test
  void whatIsStoredStandsWhateverTheRound() {
    assertThat(stored("town-office", "2026-autumn", "BY_HAND")).isEqualTo(DecisionOrigin.BY_HAND);
  }

  private static DecisionOrigin stored(
      String role, @Nullable String round, @Nullable String origin) {
    return new DecisionRecord(
            "KEEP", "r", "i", "s", role, "u", DAY, DAY, null, round, origin, null, null, null, null,
            null, null)
        .decision()
        .origin();
  }
}
