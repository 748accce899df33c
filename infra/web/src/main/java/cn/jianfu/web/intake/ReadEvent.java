package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was made of one frame. */
sealed interface ReadEvent extends SentEvent {

  int index();

  /** Can be handed over. */
  record Good(IncomingEvent event) implements ReadEvent {
    @Override
    public int index() {
      return event.index();
    }

    @Override
    public String id() {
      return event.id();
    }

    @Override
    public String source() {
      return event.source();
    }

    @Override
    public String type() {
      return event.type();
    }

    @Override
    public @Nullable String subject() {
      return event.subject();
    }

    @Override
    public @Nullable Instant time() {
      return event.time();
    }
  }

  /** Is declined before the service sees it. */
  record Bad(
      int index,
      @Nullable String id,
      @Nullable String source,
      @Nullable String type,
      @Nullable String subject,
      Problem why)
      implements ReadEvent {

    /** An event that is not well-formed has no time to rely on. */
    @Override
    public @Nullable Instant time() {
      return null;
    }
  }
}
