package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.report.compliance.domain.DayCounters;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A day's counters as numbers in one text, because a town's window has tens of thousands of them:
 * an array would be a dozen elements with names of their own, read and written at each change.
 */
final class StoredCounters {

  private static final int MANY = 12;

  /** Between an hour and its posts, which follow the counters. */
  private static final char HOUR = ':';

  /** Stands for a counter that the source does not send; to earlier versions it is none. */
  private static final String UNTOLD = "-0";

  /** The same while the text is read. */
  private static final int NO_NUMBER = -1;

  private static final Shared<DayCounters> DAYS = new Shared<>(StoredCounters::day);

  private static final Shared<Map<Integer, Integer>> HOURS = new Shared<>(StoredCounters::hours);

  private StoredCounters() {}

  static String of(ActivityRecordedV1 day) {
    @Nullable Integer[] counters = {
      day.messages(),
      day.activeSenders(),
      day.taskPosts(),
      day.emergencyPosts(),
      day.mentionAll(),
      day.ackOnly(),
      day.likes(),
      day.checkInChains(),
      day.materialRequests(),
      day.proofDemands(),
      day.replyDemands(),
      day.tasksWithoutNotice()
    };
    StringBuilder text = new StringBuilder(3 * MANY);
    for (Integer counter : counters) {
      text.append(text.isEmpty() ? "" : " ");
      text.append(counter == null ? UNTOLD : counter.toString());
    }
    for (int hour = 0; hour < day.taskPostsByHour().size(); hour++) {
      int posts = day.taskPostsByHour().get(hour);
      if (posts > 0) {
        text.append(' ').append(hour).append(HOUR).append(posts);
      }
    }
    return text.toString();
  }

  static DayCounters read(String text) {
    return DAYS.of(text);
  }

  private static DayCounters day(String text) {
    int[] it = new int[MANY];
    int from = 0;
    for (int i = 0; i < MANY; i++) {
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      it[i] = text.startsWith(UNTOLD, from) ? NO_NUMBER : Integer.parseInt(text, from, to, 10);
      from = to + 1;
    }
    String hours = from < text.length() ? text.substring(from) : "";
    return new DayCounters(
        it[0],
        it[1],
        told(it[2]),
        it[3],
        told(it[4]),
        told(it[5]),
        told(it[6]),
        told(it[7]),
        told(it[8]),
        told(it[9]),
        told(it[10]),
        told(it[11]),
        HOURS.of(hours));
  }

  private static Map<Integer, Integer> hours(String text) {
    Map<Integer, Integer> byHour = new HashMap<>();
    int from = 0;
    while (from < text.length()) {
      int middle = text.indexOf(HOUR, from);
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      byHour.put(
          Integer.parseInt(text, from, middle, 10), Integer.parseInt(text, middle + 1, to, 10));
      from = to + 1;
    }
    return Map.copyOf(byHour);
  }

  private static @Nullable Integer told(int counter) {
    return counter == NO_NUMBER ? null : (Integer) counter;
  }
}
