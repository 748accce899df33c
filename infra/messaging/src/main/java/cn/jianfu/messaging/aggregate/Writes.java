package cn.jianfu.messaging.aggregate;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/** The one insert or the one update that carries a chain: state, version and outbox together. */
final class Writes<S> {

  /** Below the 16 MB of a document, with room for the outbox and the command around it. */
  private static final int LARGEST_STATE = 12 * 1024 * 1024;

  private final StateCodec<S, ?> states;
  private final int seenBound;

  Writes(StateCodec<S, ?> states, int seenBound) {
    this.states = states;
    this.seenBound = seenBound;
  }

  BsonDocument insert(Chain<S> chain, @Nullable Lease lease) {
    Stored<S> now = chain.now();
    BsonDocument document =
        new BsonDocument(Fields.ID, new BsonString(now.id()))
            .append(Fields.VERSION, new BsonInt64(now.version()))
            .append(Fields.LAST_SEQ, new BsonInt64(now.sequence()))
            .append(Fields.STATE, state(chain))
            .append(Fields.SEEN, DocumentBson.seen(latest(chain.accepted())))
            .append(Fields.SOURCES, DocumentBson.sources(chain.sources()))
            .append(Fields.OUTBOX, DocumentBson.outbox(chain.events()));
    if (lease != null) {
      document.append(Fields.LEASE, DocumentBson.lease(lease));
    }
    return document;
  }

  BsonDocument update(AggregateDocument<S> loaded, Chain<S> chain, @Nullable Lease lease) {
    BsonDocument set = new BsonDocument(Fields.STATE, state(chain));
    if (!chain.sources().equals(loaded.sources())) {
      set.append(Fields.SOURCES, DocumentBson.sources(chain.sources()));
    }
    if (lease != null) {
      set.append(Fields.LEASE, DocumentBson.lease(lease));
    }
    BsonDocument push = new BsonDocument(Fields.SEEN, push(chain.accepted()));
    if (!chain.events().isEmpty()) {
      push.append(Fields.OUTBOX, new BsonDocument("$each", DocumentBson.outbox(chain.events())));
    }
    Stored<S> now = chain.now();
    return new BsonDocument("$set", set)
        .append(
            "$inc",
            new BsonDocument(Fields.VERSION, new BsonInt64(now.version() - loaded.version()))
                .append(Fields.LAST_SEQ, new BsonInt64(now.sequence() - loaded.lastSeq())))
        .append("$push", push);
  }

  /**
   * The version that was seen; of a write that takes the lease, also that nobody has taken it
   * since. Publishing everything again leases what has nothing to say, and changes no version.
   */
  static BsonDocument guard(AggregateDocument<?> loaded, boolean takesLease) {
    BsonDocument guard =
        new BsonDocument(Fields.ID, new BsonString(loaded.id()))
            .append(Fields.VERSION, new BsonInt64(loaded.version()));
    return takesLease ? guard.append(Fields.LEASE_BY, holder(loaded.lease())) : guard;
  }

  /** Null is equal to what is not there. */
  private static BsonValue holder(@Nullable Lease lease) {
    return lease == null ? BsonNull.VALUE : new BsonString(lease.by());
  }

  private RawBsonDocument state(Chain<S> chain) {
    RawBsonDocument state = states.encode(chain.now().state());
    if (state.getByteBuffer().remaining() > LARGEST_STATE) {
      throw new IllegalStateException("aggregate " + chain.id() + " does not fit a document");
    }
    return state;
  }

  private BsonDocument push(List<Seen> accepted) {
    BsonArray each = DocumentBson.seen(latest(accepted));
    return new BsonDocument("$each", each).append("$slice", new BsonInt32(-seenBound));
  }

  private List<Seen> latest(List<Seen> accepted) {
    return accepted.subList(Math.max(0, accepted.size() - seenBound), accepted.size());
  }
}
