package cn.jianfu.messaging.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/** Aggregates under the same lease whose events are out up to the same sequence. */
record Published(String lease, long upTo, List<String> ids) {

  UpdateManyModel<RawBsonDocument> whenNothingMore() {
    return new UpdateManyModel<>(
        Filters.and(ours(), Filters.eq(Fields.LAST_SEQ, upTo)), forgetAndRelease());
  }

  UpdateManyModel<RawBsonDocument> always() {
    return new UpdateManyModel<>(ours(), forgetAndRelease());
  }

  private Bson ours() {
    return Filters.and(Filters.in(Fields.ID, ids), Filters.eq(Fields.LEASE_BY, lease));
  }

  private Bson forgetAndRelease() {
    return Updates.combine(
        Updates.pull(Fields.OUTBOX, Filters.lte("seq", upTo)), Updates.unset(Fields.LEASE));
  }
}
