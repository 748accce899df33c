package cn.jianfu.group.pushes;

import cn.jianfu.web.intake.SentEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as somebody may have sent it. */
record Sent(
    @Nullable String id,
    @Nullable String source,
    @Nullable String type,
    @Nullable String subject,
    @Nullable Instant time)
    implements SentEvent {

  static final Sent UNTIMED = at(null);

  static Sent at(@Nullable Instant time) {
    return new Sent(null, null, null, null, time);
  }

  static Sent of(@Nullable String id, @Nullable String type, @Nullable String subject) {
    return new Sent(id, null, type, subject, null);
  }
}
