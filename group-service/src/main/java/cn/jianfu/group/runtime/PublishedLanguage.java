package cn.jianfu.group.runtime;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.messaging.EventNames;
import org.jspecify.annotations.Nullable;

/** The contracts, as the messaging asks for them. */
final class PublishedLanguage implements EventNames {

  @Override
  public String nameOf(Object payload) {
    return EventCatalogue.of(payload).name();
  }

  @Override
  public @Nullable Class<?> payloadOf(String name) {
    EventType<?> type = EventCatalogue.named(name);
    return type == null ? null : type.payload();
  }

  @Override
  public String topicOf(String name) {
    EventType<?> type = EventCatalogue.named(name);
    if (type == null) {
      throw new IllegalArgumentException(name + " is not a published event");
    }
    return type.topic();
  }
}
