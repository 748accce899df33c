package cn.jianfu.group.detection;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.CountedDay;
import cn.jianfu.group.detection.domain.ActivityFacts;
import cn.jianfu.group.detection.domain.DayCount;
import cn.jianfu.group.detection.domain.Thresholds;
import cn.jianfu.group.workgroup.domain.CleanupDecision;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the counted days that the rules of a day ask for. */
final class CountedDays {

  /** What is on its way is in memory twice, as it came and as it was read. */
  private static final int GROUPS_AT_ONCE = 100;

  /** While the store looks for the next, those that have come are read. */
  private static final int QUESTIONS_AT_ONCE = 2;

  private final ActivityDays activity;

  CountedDays(ActivityDays activity) {
    this.activity = activity;
  }

  /**
   * The days of the window; for live groups that it shows no use of, or too little, every day, and
   * for those found in use after their end every day since. What was asked is kept for two windows:
   * a finding shows the one before its last day.
   *
   * @param found ids of groups that are found not to have ended as was decided
   */
  Mono<Map<String, ActivityFacts>> of(
      GroupsInView groups, Set<String> found, LocalDate day, Thresholds thresholds) {
    Windows windows = Windows.of(day, thresholds);
    return since(groups.live().keySet(), windows.from())
        .collect(() -> windows.of(groups.live(), groups.ended()), KnownActivity::add)
        .flatMap(this::again)
        .flatMap(known ->
            since(groups.ended().keySet(), windows.from())
                .concatWith(earlierOf(groups.ended(), found, windows.from()))
                .collect(() -> known, KnownActivity::add))
        .map(KnownActivity::facts);
  }

  /** What was said in these groups from that day on, and nothing of what was asked. */
  Mono<Map<String, ActivityFacts>> countsOf(Collection<String> ids, LocalDate from) {
    return Flux.fromIterable(ids)
        .buffer(GROUPS_AT_ONCE)
        .concatMap(some -> activity.countedSince(List.copyOf(some), from))
        .<Map<String, List<DayCount>>>collect(
            HashMap::new,
            (days, each) ->
                days.computeIfAbsent(each.groupId(), _ -> new ArrayList<>())
                    .add(
                        new DayCount(
                            each.date(), each.senders(), each.messages(), each.acksAndLikes())))
        .map(days -> {
          Map<String, ActivityFacts> facts = new HashMap<>();
          days.forEach((id, counted) -> facts.put(id, ActivityFacts.of(id, counted, null)));
          return facts;
        });
  }

  /** All that one group's own counters say from that day on, in use or not. */
  Mono<Map<String, ActivityFacts>> allOf(WorkGroup group, LocalDate from) {
    String id = group.id().text();
    return since(List.of(id), from)
        .collect(
            () -> new KnownActivity(Map.of(id, group), Map.of(), from, 0, 0, from, 0),
            KnownActivity::add)
        .map(KnownActivity::facts);
  }

  /** Of groups that were found in use after their end the days since, before the window. */
  private Flux<CountedDay> earlierOf(
      Map<String, WorkGroup> ended, Set<String> found, LocalDate from) {
    return Flux.fromIterable(found)
        .mapNotNull(ended::get)
        .flatMap(group -> earlierOf(group, from), QUESTIONS_AT_ONCE);
  }

  private Flux<CountedDay> earlierOf(WorkGroup group, LocalDate from) {
    CleanupDecision decision = group.decision();
    LocalDate end = decision == null ? null : decision.executedOn();
    return end == null || !end.isBefore(from)
        ? Flux.empty()
        : since(List.of(group.id().text()), end).filter(day -> day.date().isBefore(from));
  }

  /** The days of the window, of one group. */
  Mono<List<CountedDay>> recentOf(String id, LocalDate day, Thresholds thresholds) {
    return since(List.of(id), Windows.of(day, thresholds).from()).collectList();
  }

  /**
   * The days of one group alone.
   *
   * @param found as above
   * @param recent those of the window
   * @param fed the live groups of its unit and platform, itself included if it is: what a source
   *     says of another group shows that it is not silent
   */
  Mono<Map<String, ActivityFacts>> ofOne(
      WorkGroup group,
      Set<String> found,
      List<CountedDay> recent,
      Map<String, WorkGroup> fed,
      LocalDate day,
      Thresholds thresholds) {
    Windows windows = Windows.of(day, thresholds);
    Map<String, WorkGroup> one = Map.of(group.id().text(), group);
    boolean isLive = group.state().isLive();
    KnownActivity own = windows.of(isLive ? one : Map.of(), isLive ? Map.of() : one);
    recent.forEach(own::add);
    return again(own)
        .flatMap(known ->
            earlierOf(isLive ? Map.of() : one, found, windows.from())
                .collect(() -> known, KnownActivity::add))
        .flatMap(known -> lastOfOthers(known, group, fed, windows.from()).thenReturn(known))
        .map(KnownActivity::facts);
  }

  /** Only what is later than the group's own last day can change anything. */
  private Mono<Void> lastOfOthers(
      KnownActivity known, WorkGroup group, Map<String, WorkGroup> fed, LocalDate from) {
    LocalDate own = known.lastDayOf(group.id().text());
    return activity
        .reportedSince(fed.keySet(), own == null || own.isBefore(from) ? from : own.plusDays(1))
        .doOnNext(other -> known.fed(group, other))
        .then();
  }

  private Mono<KnownActivity> again(KnownActivity recent) {
    return since(recent.hardlyUsed(), LocalDate.EPOCH).collect(recent::again, KnownActivity::add);
  }

  /** All days of a group come together, in no order of groups. */
  private Flux<CountedDay> since(Collection<String> ids, LocalDate from) {
    return Flux.fromIterable(ids)
        .buffer(GROUPS_AT_ONCE)
        .flatMap(
            some -> activity.countedAndAskedSince(List.copyOf(some), from).collectList(),
            QUESTIONS_AT_ONCE)
        .flatMapIterable(days -> days);
  }

  /**
   * From when on days are read.
   *
   * @param from the first day of which counts are read
   * @param askedFrom the first day of which what was asked is kept
   */
  private record Windows(
      LocalDate from, LocalDate askedFrom, int minSenders, int minDays, int freshDays) {

    static Windows of(LocalDate day, Thresholds thresholds) {
      int window = thresholds.days("counters.windowDays");
      // Shares are of whole weeks, which may begin six days earlier.
      int longest = Math.max(thresholds.days("zombie.idleDays") + 2, window + 7);
      return new Windows(
          day.minusDays(Math.max(longest, 2 * window)),
          day.minusDays(2L * window),
          thresholds.days("zombie.minActiveMembers"),
          Math.max(1, thresholds.days("zombie.minActiveDays")),
          thresholds.days("data.freshDays"));
    }

    KnownActivity of(Map<String, WorkGroup> live, Map<String, WorkGroup> ended) {
      return new KnownActivity(live, ended, from, minSenders, minDays, askedFrom, freshDays);
    }
  }
}
