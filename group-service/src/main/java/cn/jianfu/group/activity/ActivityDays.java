package cn.jianfu.group.activity;

import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was counted in which group on which day. */
public final class ActivityDays {

  private static final Bson SENDERS =
      Projections.include("state.groupId", "state.date", "state.activeSenders");

  private final AggregateStore<ActivityDay> store;
  private final MongoCollection<Document> documents;
  private final DistrictClock clock;
  private final GroupChanges changes;

  ActivityDays(
      AggregateStore<ActivityDay> store,
      MongoCollection<Document> documents,
      DistrictClock clock,
      GroupChanges changes) {
    this.store = store;
    this.documents = documents;
    this.clock = clock;
    this.changes = changes;
  }

  public Mono<Stored<ActivityDay>> find(String groupId, LocalDate date) {
    return store.find(idOf(groupId, date));
  }

  /** How many people wrote in these groups, on each day from that day on, in no order. */
  public Flux<Senders> sendersSince(Collection<String> groupIds, LocalDate from) {
    Bson filter =
        Filters.and(Filters.in("state.groupId", groupIds), Filters.gte("state.date", from));
    return Flux.from(documents.find(filter).projection(SENDERS)).map(Senders::of);
  }

  /** Outcomes come in the order of the reports. */
  public Mono<List<Outcome<ActivityDay, ActivityDay.Verdict>>> recordAll(
      List<ActivityReport> reports) {
    return store.executeAll(reports.stream().map(this::command).toList()).doOnNext(this::heard);
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

  /** How many different people wrote in a group on a day. */
  public record Senders(String groupId, LocalDate date, int count) {

    static Senders of(Document document) {
      Document state = document.get("state", Document.class);
      return new Senders(
          state.getString("groupId"),
          LocalDate.ofInstant(state.getDate("date").toInstant(), ZoneOffset.UTC),
          state.getInteger("activeSenders", 0));
    }
  }

  private static String idOf(String groupId, LocalDate date) {
    return groupId + "/" + date;
  }
}
