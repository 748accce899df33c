package cn.jianfu.report.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** What the time is, and which day it is in the district's zone. */
public final class DistrictClock {

  private final Clock clock;

  public DistrictClock(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public LocalDate today() {
    return dayOf(now());
  }

  /** The district's day on which that moment lies. */
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, clock.getZone());
  }
}
