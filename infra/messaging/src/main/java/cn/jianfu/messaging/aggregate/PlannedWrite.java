package cn.jianfu.messaging.aggregate;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * An insert, or an update guarded by the version that was seen.
 *
 * @param guard null for an insert, which its {@code _id} guards
 * @param lease what the write takes for this relay, if anything
 */
record PlannedWrite(@Nullable BsonDocument guard, BsonDocument content, @Nullable Lease lease) {

  static PlannedWrite insert(BsonDocument document, @Nullable Lease lease) {
    return new PlannedWrite(null, document, lease);
  }

  static PlannedWrite update(BsonDocument guard, BsonDocument update, @Nullable Lease lease) {
    return new PlannedWrite(guard, update, lease);
  }

  boolean isInsert() {
    return guard == null;
  }

  WriteModel<BsonDocument> model() {
    return guard == null ? new InsertOneModel<>(content) : new UpdateOneModel<>(guard, content);
  }

  /** True when it was written, false when another writer was first (or a duplicate key error). */
  Mono<Boolean> sendTo(MongoCollection<BsonDocument> collection) {
    return guard == null
        ? Mono.from(collection.insertOne(content)).map(_ -> true)
        : Mono.from(collection.updateOne(guard, content)).map(done -> done.getMatchedCount() == 1);
  }
}
