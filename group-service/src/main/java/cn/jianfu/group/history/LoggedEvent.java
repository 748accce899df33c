package cn.jianfu.group.history;

import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.messaging.EventJson;
import cn.jianfu.messaging.inbound.InboundEvent;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * One event of a group as it was published; public because the codec reads it.
 *
 * @param id topic, partition and offset
 * @param sequence of the event, to tell a repeat
 * @param body of the event
 */
public record LoggedEvent(
    @BsonId String id, String groupId, String sequence, String type, Instant at, String body) {

  static LoggedEvent of(InboundEvent event, WorkGroupEvent payload) {
    return new LoggedEvent(
        event.topic() + "/" + event.partition() + "/" + event.offset(),
        payload.group().groupId(),
        event.sequence(),
        event.type(),
        event.time(),
        EventJson.write(payload));
  }
}
