package cn.jianfu.group.judgement;

import cn.jianfu.contracts.supervision.FindingHandledV1;
import cn.jianfu.messaging.DuplicateKeys;
import cn.jianfu.messaging.DurableWrites;
import cn.jianfu.messaging.inbound.InboundEvent;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The latest judgement of each finding; what is heard again or late changes nothing. */
final class Judgements {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<JudgementRecord> documents;

  Judgements(MongoDatabase database) {
    this.documents =
        database
            .getCollection("judgements", JudgementRecord.class)
            .withWriteConcern(DurableWrites.CONCERN);
  }

  Mono<Void> take(List<InboundEvent> heard) {
    Map<String, JudgementRecord> latest = new HashMap<>();
    for (InboundEvent event : heard) {
      if (event.payload() instanceof FindingHandledV1 said) {
        latest.merge(said.findingId(), JudgementRecord.of(event, said), Judgements::later);
      }
    }
    List<ReplaceOneModel<JudgementRecord>> models =
        latest.values().stream()
            .map(each -> new ReplaceOneModel<>(earlier(each), each, UPSERT))
            .toList();
    return models.isEmpty()
        ? Mono.empty()
        : Mono.from(documents.bulkWrite(models, UNORDERED))
            .then()
            .onErrorResume(MongoBulkWriteException.class, DuplicateKeys::passed);
  }

  Flux<JudgementRecord> all() {
    return Flux.from(documents.find());
  }

  /** Of these findings. */
  Flux<JudgementRecord> of(Collection<String> findings) {
    return Flux.from(documents.find(Filters.in("_id", findings)));
  }

  /** Of these findings, the judgements that held them to be so. */
  Flux<JudgementRecord> confirmed(Collection<String> findings) {
    return Flux.from(
        documents.find(Filters.and(Filters.in("_id", findings), Filters.eq("confirmed", true))));
  }

  private static JudgementRecord later(JudgementRecord one, JudgementRecord other) {
    return one.sequence().compareTo(other.sequence()) >= 0 ? one : other;
  }

  private static Bson earlier(JudgementRecord than) {
    return Filters.and(
        Filters.eq("_id", than.findingId()), Filters.lt("sequence", than.sequence()));
  }
}
