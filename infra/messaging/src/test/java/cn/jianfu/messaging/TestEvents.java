package cn.jianfu.messaging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A published language for tests: an account, and the total that it has reached. */
public final class TestEvents implements EventNames {

  public static final String TOPIC = "test.events";

  /** The complete published state. */
  public record TotalReachedV1(String account, long total, @Nullable String by) {}

  /** The same said of an account that begins. */
  public record AccountOpenedV1(String account) {}

  /** An event that is taken back. */
  public record TakenBackV1(String type) {}

  private static final Map<Class<?>, String> NAMES =
      Map.of(
          TotalReachedV1.class, "test.total-reached.v1",
          TakenBackV1.class, "test.taken-back.v1",
          AccountOpenedV1.class, "test.account-opened.v1");

  private final String topic;

  public TestEvents(String topic) {
    this.topic = topic;
  }

  public TestEvents() {
    this(TOPIC);
  }

  @Override
  public String nameOf(Object payload) {
    String name = NAMES.get(payload.getClass());
    if (name == null) {
      throw new IllegalArgumentException(payload.getClass() + " is no event");
    }
    return name;
  }

  @Override
  public @Nullable Class<?> payloadOf(String name) {
    return NAMES.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .<Class<?>>map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  @Override
  public String topicOf(String name) {
    return topic;
  }
}
