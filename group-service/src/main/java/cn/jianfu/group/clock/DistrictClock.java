package cn.jianfu.group.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The district's clock; rehearsals and tests may set it ahead. */
public final class DistrictClock {

  private final InstantSource clock;
  private final ZoneId zone;
  private volatile Duration ahead = Duration.ZERO;

  public DistrictClock(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  public Instant now() {
    return clock.instant().plus(ahead);
  }

  public LocalDate today() {
    return dayOf(now());
  }

  /** The district's day on which that moment lies. */
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** When that day begins in the district. */
  public Instant beginOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Lets the clock show this moment, and go on from there. */
  void set(Instant moment) {
    ahead = Duration.between(clock.instant(), moment);
  }
}
