package cn.jianfu.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DistrictTimeTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Instant now = Instant.parse("2026-11-27T01:00:00Z");
  private final DistrictTime time = new DistrictTime(() -> now, ZONE);

  @Test
  void aDayThatIsOverIsShownInItsEveningAndGoesOnFromThere() {
    time.show(LocalDate.of(2026, 9, 4));
    assertThat(time.instant()).isEqualTo("2026-09-04T10:00:00Z");

    now = now.plusSeconds(5);
    assertThat(time.instant()).isEqualTo("2026-09-04T10:00:05Z");
  }

  @Test
  void todayIsTheRealTimeAgain() {
    time.show(LocalDate.of(2026, 9, 4));
    time.show(LocalDate.of(2026, 11, 27));

    assertThat(time.instant()).isEqualTo(now);
  }
}
