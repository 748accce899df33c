package cn.jianfu.group.detection;

import cn.jianfu.group.activity.CountedDay;
import cn.jianfu.group.detection.domain.ActivityFacts;
import cn.jianfu.group.detection.domain.DayCount;
import cn.jianfu.group.detection.domain.Demands;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The counted days of groups, gathered day after day. */
final class KnownActivity {

  private final Map<String, WorkGroup> live;
  private final Map<String, WorkGroup> ended;
  private final LocalDate from;
  private final int minSenders;
  private final int minDays;
  private final LocalDate askedFrom;
  private final int freshDays;
  private final Map<String, List<DayCount>> days = new HashMap<>();
  private final Map<String, List<Demands>> demands = new HashMap<>();
  private final Map<Demands, Demands> alike = new HashMap<>();
  private final Map<Feed, UnitFeed> feeds = new HashMap<>();
  private final Map<String, LastReports> reports = new HashMap<>();
  private final Map<String, Integer> used = new HashMap<>();

  /**
   * @param live the groups of which all is kept
   * @param ended the groups of which the counts are kept, and who tells of them
   * @param from the first day of which all counts are read
   * @param minSenders from how many senders on a day shows use
   * @param minDays who has fewer days of use than that is looked at with all of its days
   * @param askedFrom the first day of which what was asked is kept
   * @param freshDays of how many last days of a group the sources go on telling of it
   */
  KnownActivity(
      Map<String, WorkGroup> live,
      Map<String, WorkGroup> ended,
      LocalDate from,
      int minSenders,
      int minDays,
      LocalDate askedFrom,
      int freshDays) {
    this.live = live;
    this.ended = ended;
    this.from = from;
    this.minSenders = minSenders;
    this.minDays = minDays;
    this.askedFrom = askedFrom;
    this.freshDays = freshDays;
  }

  void add(CountedDay day) {
    days.computeIfAbsent(day.groupId(), _ -> new ArrayList<>())
        .add(
            new DayCount(
                day.date(), day.senders(), day.messages(), day.acksAndLikes(), day.members()));
    if (day.senders() >= minSenders) {
      used.merge(day.groupId(), 1, Integer::sum);
    }
    WorkGroup group = live.get(day.groupId());
    if (group == null) {
      addOfEnded(day);
      return;
    }
    reportsOf(group).add(feedOf(group).told(day.source(), day.date()), day.date());
    if (day.asked() != null && !day.date().isBefore(askedFrom)) {
      demands
          .computeIfAbsent(day.groupId(), _ -> new ArrayList<>())
          .add(shared(demands(day.date(), day.asked())));
    }
  }

  /** That a group which is no more is still used tells nothing of those that are there. */
  private void addOfEnded(CountedDay day) {
    WorkGroup group = ended.get(day.groupId());
    if (group != null) {
      reportsOf(group).add(feedOf(group).source(day.source()), day.date());
    }
  }

  private LastReports reportsOf(WorkGroup group) {
    return reports.computeIfAbsent(
        group.id().text(), _ -> new LastReports(feedOf(group), freshDays));
  }

  /** Where only counters are missing a day is the same for every group of the source. */
  private Demands shared(Demands day) {
    return day.showsNothing() ? alike.computeIfAbsent(day, same -> same) : day;
  }

  private static Demands demands(LocalDate day, CountedDay.Asked it) {
    return new Demands(
        day,
        it.taskPosts(),
        it.taskPostsByHour(),
        it.emergencyPosts(),
        it.checkInChains(),
        it.materialRequests() == CountedDay.Asked.UNTOLD
            ? Demands.UNTOLD
            : it.materialRequests() - it.approvedMaterialRequests(),
        it.proofDemands(),
        it.replyDemands(),
        it.shortestReplyMinutes(),
        it.tasksWithoutNotice());
  }

  /** A source has reported that day of another live group of the same unit and platform. */
  void fed(WorkGroup like, CountedDay day) {
    feedOf(like).told(day.source(), day.date());
  }

  /** The last day that was read of a group; null when none was. */
  @Nullable LocalDate lastDayOf(String id) {
    return days.getOrDefault(id, List.of()).stream()
        .map(DayCount::day)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  /** The groups whose days show no use, or too little. */
  Set<String> hardlyUsed() {
    return live.keySet().stream()
        .filter(id -> used.getOrDefault(id, 0) < minDays)
        .collect(Collectors.toSet());
  }

  /** The same, ready to take the days of the hardly used groups from the beginning. */
  KnownActivity again() {
    for (String id : hardlyUsed()) {
      days.remove(id);
      demands.remove(id);
      used.remove(id);
    }
    return this;
  }

  Map<String, ActivityFacts> facts() {
    Map<String, ActivityFacts> facts = new HashMap<>();
    days.forEach((id, counted) -> {
      LastReports reported = reports.get(id);
      facts.put(
          id,
          new ActivityFacts(
              id,
              counted,
              demands.getOrDefault(id, List.of()),
              reported == null ? null : through(id, reported.through()),
              reported == null ? null : through(id, reported.ofUnit())));
    });
    return facts;
  }

  /** What of earlier days is known of live groups is by chance: some are read further back. */
  private @Nullable LocalDate through(String id, LocalDate last) {
    return ended.containsKey(id) && last.isBefore(from) ? null : last;
  }

  private UnitFeed feedOf(WorkGroup group) {
    return feeds.computeIfAbsent(Feed.of(group), _ -> new UnitFeed());
  }

  /** What a source reports of one of a unit's groups on a platform, it tells of its others. */
  record Feed(String unit, Platform platform) {

    static Feed of(WorkGroup group) {
      return new Feed(group.id().unit(), group.id().platform());
    }
  }
}
