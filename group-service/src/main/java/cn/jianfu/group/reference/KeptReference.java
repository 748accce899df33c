package cn.jianfu.group.reference;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.group.reference.Reference.Kept;
import cn.jianfu.messaging.DuplicateKeys;
import cn.jianfu.messaging.EventJson;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reference data that was read last, kept so that the service can start without the broker. */
final class KeptReference {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

  private final MongoCollection<Document> documents;

  KeptReference(MongoDatabase database) {
    this.documents = database.getCollection("reference");
  }

  /** What this version of the service understands of it. */
  Flux<Kept> all() {
    return Flux.from(documents.find()).mapNotNull(KeptReference::kept);
  }

  /** Keeps what is newer than what is kept: another instance may have heard more already. */
  Mono<Void> keep(List<Kept> newer) {
    List<ReplaceOneModel<Document>> models =
        newer.stream()
            .map(each -> new ReplaceOneModel<>(older(each), KeptReference.document(each), UPSERT))
            .toList();
    return models.isEmpty()
        ? Mono.empty()
        : Mono.from(documents.bulkWrite(models, UNORDERED))
            .then()
            .onErrorResume(MongoBulkWriteException.class, DuplicateKeys::passed);
  }

  private static Bson older(Kept than) {
    return Filters.and(Filters.eq("_id", than.key()), Filters.lt("sequence", than.sequence()));
  }

  private static Document document(Kept it) {
    return new Document("_id", it.key())
        .append("subject", it.subject())
        .append("type", it.type())
        .append("sequence", it.sequence())
        .append("body", EventJson.write(it.payload()));
  }

  private static @Nullable Kept kept(Document document) {
    EventType<?> type = EventCatalogue.named(document.getString("type"));
    if (type == null) {
      return null;
    }
    byte[] body = document.getString("body").getBytes(StandardCharsets.UTF_8);
    return new Kept(
        document.getString("subject"),
        type.name(),
        document.getString("sequence"),
        EventJson.read(body, type.payload()));
  }
}
