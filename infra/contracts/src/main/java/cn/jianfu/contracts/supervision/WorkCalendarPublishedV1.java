package cn.jianfu.contracts.supervision;

import cn.jianfu.contracts.ActorV1;
import org.jspecify.annotations.Nullable;

/**
 * A year's calendar was set or corrected.
 *
 * @param actor who did it; null when it came with the platform
 */
public record WorkCalendarPublishedV1(WorkCalendarV1 calendar, @Nullable ActorV1 actor) {

  public WorkCalendarPublishedV1(WorkCalendarV1 calendar) {
    this(calendar, null);
  }
}
