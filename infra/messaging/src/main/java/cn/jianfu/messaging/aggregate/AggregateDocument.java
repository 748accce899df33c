package cn.jianfu.messaging.aggregate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An aggregate as one document: state, what was seen, and what is still to be published. */
record AggregateDocument<S>(
    String id,
    long version,
    long lastSeq,
    S state,
    List<Seen> seen,
    Map<String, Instant> sources,
    List<OutboxEntry> outbox,
    @Nullable Lease lease) {

  Stored<S> stored() {
    return new Stored<>(id, state, version, lastSeq);
  }
}
