package cn.jianfu.allinone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What group-service takes for the present: the real time, but while the sample's past is filled in
 * an evening of that past. Leases, tokens and the outbox never follow it.
 */
final class DistrictTime implements InstantSource {

  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private final InstantSource real;
  private final ZoneId zone;
  private volatile Duration behind = Duration.ZERO;

  DistrictTime(InstantSource real, ZoneId zone) {
    this.real = real;
    this.zone = zone;
  }

  /** The evening of a day that is over, or the real time when it is not. */
  void show(LocalDate day) {
    Instant now = real.instant();
    behind =
        day.isBefore(LocalDate.ofInstant(now, zone))
            ? Duration.between(day.atTime(EVENING).atZone(zone).toInstant(), now)
            : Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return real.instant().minus(behind);
  }
}
