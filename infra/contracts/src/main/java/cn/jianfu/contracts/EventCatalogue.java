package cn.jianfu.contracts;

import cn.jianfu.contracts.group.GroupEvents;
import cn.jianfu.contracts.supervision.SupervisionEvents;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every event of the published language, by name and by record. */
public final class EventCatalogue {

  /** All events, in the order in which their owners list them. */
  public static final List<EventType<?>> ALL =
      Stream.concat(GroupEvents.ALL.stream(), SupervisionEvents.ALL.stream())
          .<EventType<?>>map(Function.identity())
          .toList();

  private static final Map<String, EventType<?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

  private static final Map<Class<?>, EventType<?>> BY_PAYLOAD =
      ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::payload, Function.identity()));

  private EventCatalogue() {}

  /** The event of that name, or null when this version of the platform does not know it. */
  public static @Nullable EventType<?> named(String name) {
    return BY_NAME.get(name);
  }

  /**
   * The event whose body this record is.
   *
   * @throws IllegalArgumentException when the record is no event
   */
  public static EventType<?> of(Object payload) {
    EventType<?> type = BY_PAYLOAD.get(payload.getClass());
    if (type == null) {
      throw new IllegalArgumentException(payload.getClass() + " is not a published event");
    }
    return type;
  }
}
