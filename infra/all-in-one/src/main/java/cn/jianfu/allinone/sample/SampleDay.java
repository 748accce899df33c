package cn.jianfu.allinone.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A sample group's counters (活跃日) of one day. */
public record SampleDay(
    LocalDate date,
    int messages,
    int activeSenders,
    int taskPosts,
    List<Integer> taskPostsByHour,
    int emergencyPosts,
    int mentionAll,
    int ackOnly,
    int likes,
    int checkInChains,
    int materialRequests,
    int approvedMaterialRequests,
    int proofDemands) {

  /** How many days of counters the sample has. */
  public static final int DAYS = 120;

  /**
   * The days before today on which the group existed, oldest first; none for today, which is not
   * over.
   */
  public static List<SampleDay> history(SampleGroup group, LocalDate today) {
    List<SampleDay> days = new ArrayList<>();
    for (long ago = DAYS; ago >= 1; ago--) {
      LocalDate date = today.minusDays(ago);
      if (!date.isBefore(group.createdOn())) {
        days.add(of(group, date, today));
      }
    }
    return days;
  }

  private static SampleDay of(SampleGroup group, LocalDate date, LocalDate today) {
    long ago = ChronoUnit.DAYS.between(date, today);
    if (group.rhythm().silent(ago) || restDay(date, group)) {
      return new SampleDay(date, 0, 0, 0, hours(0, 0, null), 0, 0, 0, 0, 0, 0, 0, 0);
    }
    // The lot is drawn by the age of the day, so that the sample is the same whatever today is.
    Random lot = new Random(group.name().hashCode() * 131L + ago);
    Habits habits = Habits.of(group);
    int pace = group.rhythm().pace().messages();
    int messages = 3 + pace / 2 + lot.nextInt(pace);
    int senders = Math.min(Math.max(2, messages / 4), Math.max(2, group.members().size() / 2));
    int tasks = isWeekend(date) ? 0 : lot.nextInt(1 + messages / 8);
    int evening = habits.evenings() && lot.nextInt(4) == 0 ? Math.min(tasks, 2) : 0;
    int requests = lot.nextInt(10) / 9;
    return new SampleDay(
        date,
        messages,
        senders,
        tasks,
        hours(tasks, evening, lot),
        group.kind().equals("EMERGENCY") ? evening : 0,
        lot.nextInt(3) / 2,
        messages * (20 + lot.nextInt(30)) / 100,
        lot.nextInt(1 + messages / 6),
        habits.chains() ? lot.nextInt(12) / 11 : 0,
        requests,
        habits.demands() ? 0 : requests,
        habits.proofs() ? lot.nextInt(14) / 13 : 0);
  }

  /** What a group's senders are used to asking; most groups are used to none of it. */
  private record Habits(boolean evenings, boolean chains, boolean demands, boolean proofs) {

    static Habits of(SampleGroup group) {
      Random lot = new Random(group.name().hashCode() * 17L);
      boolean evenings = lot.nextInt(9) == 0;
      return new Habits(
          evenings || group.kind().equals("EMERGENCY"),
          lot.nextInt(12) == 0,
          lot.nextInt(12) == 0,
          lot.nextInt(14) == 0);
    }
  }

  private static boolean restDay(LocalDate date, SampleGroup group) {
    return isWeekend(date) && group.rhythm().pace() != Rhythm.Pace.BUSY;
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** In working hours, but for those of the evening. */
  private static List<Integer> hours(int tasks, int evening, @Nullable Random lot) {
    List<Integer> byHour = new ArrayList<>(Collections.nCopies(24, 0));
    for (int i = 0; i < tasks && lot != null; i++) {
      int hour = i < evening ? 19 + lot.nextInt(3) : 8 + lot.nextInt(10);
      byHour.set(hour, byHour.get(hour) + 1);
    }
    return List.copyOf(byHour);
  }
}
