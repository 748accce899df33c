package cn.jianfu.web.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event says of itself, as far as it could be read. Nothing of it is checked. */
public interface SentEvent {

  @Nullable String id();

  @Nullable String source();

  @Nullable String type();

  @Nullable String subject();

  /** When it happened. */
  @Nullable Instant time();
}
