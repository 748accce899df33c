package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What was made of one frame. */
sealed interface ReadEvent {

  int index();

  @Nullable String id();

  @Nullable String source();

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
  }

  /** Is declined before the service sees it. */
  record Bad(int index, @Nullable String id, @Nullable String source, Problem why)
      implements ReadEvent {}
}
