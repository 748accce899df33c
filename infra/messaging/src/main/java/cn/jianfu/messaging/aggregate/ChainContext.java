package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.EventNames;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** What a chain of decisions takes from outside: names, bounds, time, and the write's identity. */
record ChainContext(
    EventNames names,
    AggregateSettings settings,
    Backlog backlog,
    Instant now,
    ObjectId write,
    @Nullable String trace) {

  OutboxEntry entry(long seq, Object payload, String data) {
    return new OutboxEntry(
        seq, new ObjectId().toHexString(), names.nameOf(payload), now, data, trace);
  }
}
