package cn.jianfu.report.finding;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.supervision.FindingBoundsV1;
import cn.jianfu.contracts.supervision.FindingContestedV1;
import cn.jianfu.contracts.supervision.FindingHandledV1;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.StateMapping;
import cn.jianfu.report.finding.domain.Actor;
import cn.jianfu.report.finding.domain.Contest;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Gravity;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Verdict;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people said about findings: one aggregate for each finding that anybody judged. */
public final class FindingHandlings {

  private final MongoAggregateStore<TownHandling> mongo;
  private final AggregateStore<TownHandling> store;

  FindingHandlings(MongoDatabase database, OutboxRelay relay) {
    this.mongo =
        new MongoAggregateStore<>(
            database,
            "finding_handlings",
            new StateMapping<>(KeptHandling.class, KeptHandling::of, KeptHandling::read),
            AggregateSettings.defaults(),
            relay);
    this.store = mongo;
  }

  Mono<Void> ensureIndexes() {
    return mongo.ensureIndexes(List.of(new IndexModel(Indexes.ascending("state.town"))));
  }

  /** The handlings of a town's findings. */
  public Flux<Handling> ofTown(String town) {
    return store
        .query(Filters.eq("state.town", town), Sorts.ascending("_id"), 0)
        .map(found -> found.state().handling());
  }

  /** The handlings of these findings. */
  Flux<Handling> of(List<String> findings) {
    return store.findAll(findings).map(found -> found.state().handling());
  }

  /**
   * Judges a finding as it stands in {@code detected}.
   *
   * @param carried how it is judged until somebody says something of itself
   * @param growth share by which a number of the evidence must rise to undo a dismissal
   */
  Mono<Outcome<TownHandling, Handling.Refusal>> judge(
      Detected detected,
      Handling carried,
      Judgement judgement,
      BigDecimal growth,
      String key,
      String bodyHash) {
    return store.execute(
        new Command<>(
            detected.findingId(),
            key,
            bodyHash,
            judgement.actor().issuer() + "/" + judgement.actor().subject(),
            null,
            null,
            current -> decide(current, detected, carried, judgement, growth)));
  }

  /** Contests a finding as it stands in {@code detected}. */
  Mono<Outcome<TownHandling, Handling.Refusal>> contest(
      Detected detected, Contest contest, String key) {
    return store.execute(
        new Command<>(
            detected.findingId(),
            key,
            "CONTEST " + contest.reason(),
            contest.actor().issuer() + "/" + contest.actor().subject(),
            null,
            null,
            current ->
                decided(
                    handling(current, detected).contest(contest, detected),
                    detected,
                    published(detected, contest))));
  }

  private static Decision<TownHandling, Handling.Refusal> decide(
      @Nullable TownHandling current,
      Detected detected,
      Handling carried,
      Judgement judgement,
      BigDecimal growth) {
    Handling own = handling(current, detected);
    Handling present =
        own.judgements().isEmpty()
            ? new Handling(own.findingId(), carried.judgements(), own.contests())
            : own;
    return decided(
        present.decide(judgement, detected), detected, published(detected, judgement, growth));
  }

  private static Handling handling(@Nullable TownHandling current, Detected detected) {
    return current == null ? Handling.none(detected.findingId()) : current.handling();
  }

  private static Decision<TownHandling, Handling.Refusal> decided(
      Handling.Ruling ruling, Detected detected, Object said) {
    return switch (ruling) {
      case Handling.Ruling.Accepted(Handling next) ->
          new Decision.Accepted<>(new TownHandling(detected.town(), next), List.of(said));
      case Handling.Ruling.Unchanged _ -> new Decision.Unchanged<>();
      case Handling.Ruling.Declined(Handling.Refusal why) -> new Decision.Declined<>(why);
    };
  }

  private static FindingContestedV1 published(Detected detected, Contest contest) {
    return new FindingContestedV1(
        detected.findingId(),
        detected.unit(),
        detected.town(),
        contest.reason(),
        actor(contest.actor()),
        contest.at());
  }

  private static ActorV1 actor(Actor actor) {
    return new ActorV1(actor.issuer(), actor.subject(), actor.role(), actor.unit());
  }

  private static FindingHandledV1 published(
      Detected detected, Judgement judgement, BigDecimal growth) {
    return new FindingHandledV1(
        detected.findingId(),
        judgement.verdict() == Verdict.TAKEN_BACK ? null : judgement.verdict().name(),
        judgement.reason(),
        actor(judgement.actor()),
        judgement.at(),
        judgement.verdict() == Verdict.DISMISSED ? bounds(judgement.seen(), growth) : null);
  }

  private static FindingBoundsV1 bounds(Gravity seen, BigDecimal growth) {
    Gravity bounds = seen.bounds(growth);
    return new FindingBoundsV1(bounds.severity().code(), bounds.groups(), bounds.numbers());
  }
}
