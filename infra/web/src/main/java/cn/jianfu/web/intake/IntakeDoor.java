package cn.jianfu.web.intake;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** What a service does with the events of one request. */
public interface IntakeDoor {

  /** Whether the caller may send in the name of this source. */
  boolean accepts(String source);

  /**
   * Applies events, in order, and answers each at its place. An error means that none of them can
   * be relied on to be applied: the sender repeats them.
   */
  Mono<List<IntakeAnswer>> handle(List<IncomingEvent> events);

  /**
   * Hears how an event was answered, also of those that were declined before {@link #handle}; not
   * of those of a chunk that failed as a whole.
   */
  void answered(SentEvent event, IntakeAnswer answer);

  /** Who hears of answers; see {@link IntakeDoor#answered}. */
  interface Listener {
    void answered(SentEvent event, IntakeAnswer answer);
  }

  static IntakeDoor of(
      Predicate<String> accepts, Function<List<IncomingEvent>, Mono<List<IntakeAnswer>>> handle) {
    return of(accepts, handle, (_, _) -> {});
  }

  static IntakeDoor of(
      Predicate<String> accepts,
      Function<List<IncomingEvent>, Mono<List<IntakeAnswer>>> handle,
      Listener listener) {
    return new IntakeDoor() {
      @Override
      public boolean accepts(String source) {
        return accepts.test(source);
      }

      @Override
      public Mono<List<IntakeAnswer>> handle(List<IncomingEvent> events) {
        return handle.apply(events);
      }

      @Override
      public void answered(SentEvent event, IntakeAnswer answer) {
        listener.answered(event, answer);
      }
    };
  }
}
