package cn.jianfu.group.activity;

import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Rehearsal;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was counted in which group on which day. */
public final class ActivityDays {

  /**
   * A reply of the store is held as it came until all of it is read; by itself it would be 16 MB.
   */
  private static final int DAYS_AT_ONCE = 4_000;

  private static final Bson WHO_AND_WHEN =
      Projections.include("state.groupId", "state.date", "state.source");

  private static final Bson COUNTS =
      Projections.include(
          "state.groupId",
          "state.date",
          "state.source",
          "state.activeSenders",
          "state.messages",
          "state.ackOnly",
          "state.likes",
          "state.members",
          "state.untold");

  private static final Bson COUNTS_AND_ASKED =
      Projections.fields(
          COUNTS,
          Projections.include(
              "state.taskPosts",
              "state.taskPostsByHour",
              "state.emergencyPosts",
              "state.checkInChains",
              "state.materialRequests",
              "state.approvedMaterialRequests",
              "state.proofDemands",
              "state.replyDemands",
              "state.shortestReplyMinutes",
              "state.tasksWithoutNotice"));

  private final AggregateStore<ActivityDay> store;
  private final MongoCollection<CountedDay> documents;
  private final DistrictClock clock;
  private final GroupChanges changes;
  private final LateCounts late;

  ActivityDays(
      AggregateStore<ActivityDay> store,
      MongoCollection<CountedDay> documents,
      DistrictClock clock,
      GroupChanges changes,
      LateCounts late) {
    this.store = store;
    this.documents = documents;
    this.clock = clock;
    this.changes = changes;
    this.late = late;
  }

  public Mono<Stored<ActivityDay>> find(String groupId, LocalDate date) {
    return store.find(idOf(groupId, date));
  }

  /** What was said in these groups, on each day from that day on, in no order. */
  public Flux<CountedDay> countedSince(Collection<String> groupIds, LocalDate from) {
    return daysSince(groupIds, from, COUNTS);
  }

  /** The same, and what was asked. */
  public Flux<CountedDay> countedAndAskedSince(Collection<String> groupIds, LocalDate from) {
    return daysSince(groupIds, from, COUNTS_AND_ASKED);
  }

  /** Who reported which of these groups of which day, from that day on, in no order. */
  public Flux<CountedDay> reportedSince(Collection<String> groupIds, LocalDate from) {
    return daysSince(groupIds, from, WHO_AND_WHEN);
  }

  private Flux<CountedDay> daysSince(Collection<String> groupIds, LocalDate from, Bson fields) {
    Bson since =
        Filters.and(Filters.in("state.groupId", groupIds), Filters.gte("state.date", from));
    return Flux.from(documents.find(since).projection(fields).batchSize(DAYS_AT_ONCE));
  }

  /** Outcomes come in the order of the reports. */
  public Mono<List<Outcome<ActivityDay, ActivityDay.Verdict>>> recordAll(
      List<ActivityReport> reports) {
    // Most days are counted once.
    return late.note(reports, clock.today())
        .then(Mono.defer(() -> store.createAll(reports.stream().map(this::command).toList())))
        .doOnNext(this::heard);
  }

  /** What would become of the report; nothing is written. */
  public Mono<Outcome<ActivityDay, ActivityDay.Verdict>> rehearse(ActivityReport report) {
    return store.rehearse(command(report));
  }

  /** Of reports that come in several lots; nothing is written. */
  public Rehearsal<ActivityDay> rehearsal() {
    return new Rehearsal<>(store);
  }

  /** What would become of the reports. */
  public Mono<List<Outcome<ActivityDay, ActivityDay.Verdict>>> rehearse(
      Rehearsal<ActivityDay> rehearsal, List<ActivityReport> reports) {
    return rehearsal.of(reports.stream().map(this::command).toList());
  }

  private Command<ActivityDay, ActivityDay.Verdict> command(ActivityReport report) {
    ActivityDay day = report.day();
    return new Command<>(
        idOf(day.groupId(), day.date()),
        report.origin().key(),
        report.origin().bodyHash(),
        report.origin().source(),
        report.origin().time(),
        null,
        known -> decide(known, day));
  }

  private Decision<ActivityDay, ActivityDay.Verdict> decide(
      @Nullable ActivityDay known, ActivityDay day) {
    ActivityDay.Verdict verdict = day.after(known, clock.today());
    return switch (verdict) {
      case RECORDED -> new Decision.Accepted<>(day, List.of(ActivityPublication.of(day)));
      case KNOWN -> new Decision.Unchanged<>();
      case IN_FUTURE, BEFORE_ANY_GROUP -> new Decision.Declined<>(verdict);
    };
  }

  private void heard(List<Outcome<ActivityDay, ActivityDay.Verdict>> outcomes) {
    for (var outcome : outcomes) {
      if (outcome instanceof Outcome.Applied<ActivityDay, ActivityDay.Verdict> applied) {
        changes.ofActivity(applied.now().state().groupId());
      }
    }
  }

  private static String idOf(String groupId, LocalDate date) {
    return groupId + "/" + date;
  }
}
