package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Takes the frames of one request to the door, a chunk at a time, and keeps the order. */
final class Chunks implements Function<List<Frame>, Mono<Chunks.Answered>> {

  /**
   * A chunk and its answers.
   *
   * @param stop why nothing is read after it; null to go on
   */
  record Answered(
      List<ReadEvent> events, List<IntakeAnswer> answers, Frame.@Nullable Broken stop) {}

  private final IntakeDoor door;
  private final FrameReader read;
  private final Function<Throwable, Problem> problemOf;
  private final int maxEventBytes;
  private boolean first = true;

  Chunks(
      IntakeDoor door,
      FrameReader read,
      Function<Throwable, Problem> problemOf,
      int maxEventBytes) {
    this.door = door;
    this.read = read;
    this.problemOf = problemOf;
    this.maxEventBytes = maxEventBytes;
  }

  @Override
  public Mono<Answered> apply(List<Frame> frames) {
    boolean nothingApplied = first;
    first = false;
    var stop = frames.getLast() instanceof Frame.Broken broken ? broken : null;
    if (stop != null && nothingApplied) {
      return Mono.error(stop.why().toException());
    }
    var events = new ArrayList<ReadEvent>(frames.size());
    for (var frame : frames) {
      switch (frame) {
        case Frame.Whole whole -> events.add(read(whole));
        case Frame.TooLarge large -> events.add(tooLarge(large));
        case Frame.Broken _ -> {}
      }
    }
    var answered =
        handle(events)
            .doOnNext(answers -> tell(events, answers))
            .map(answers -> new Answered(events, answers, stop));
    return nothingApplied
        ? answered
        : answered.onErrorResume(failure -> Mono.just(failed(events, failure)));
  }

  private Mono<List<IntakeAnswer>> handle(List<ReadEvent> events) {
    var good = new ArrayList<IncomingEvent>(events.size());
    for (var event : events) {
      if (event instanceof ReadEvent.Good(var incoming)) {
        good.add(incoming);
      }
    }
    return good.isEmpty()
        ? Mono.just(merge(events, List.of()))
        : Mono.defer(() -> door.handle(good))
            .switchIfEmpty(Mono.error(() -> new IllegalStateException("a door must answer")))
            .map(answers -> merge(events, answers));
  }

  private void tell(List<ReadEvent> events, List<IntakeAnswer> answers) {
    for (int i = 0; i < events.size(); i++) {
      door.answered(events.get(i), answers.get(i));
    }
  }

  private static List<IntakeAnswer> merge(List<ReadEvent> events, List<IntakeAnswer> answers) {
    var all = new ArrayList<IntakeAnswer>(events.size());
    var given = answers.iterator();
    for (var event : events) {
      all.add(
          switch (event) {
            case ReadEvent.Good _ -> given.next();
            case ReadEvent.Bad bad -> IntakeAnswer.declined(bad.why());
          });
    }
    return all;
  }

  /** Earlier chunks are applied, so the answer goes on: this chunk is to be repeated. */
  private Answered failed(List<ReadEvent> events, Throwable failure) {
    var why = problemOf.apply(failure);
    var answers = Collections.nCopies(events.size(), IntakeAnswer.declined(why));
    return new Answered(events, answers, new Frame.Broken(events.getLast().index() + 1, why));
  }

  private ReadEvent read(Frame.Whole frame) {
    var event = read.read(frame);
    return event instanceof ReadEvent.Good(var good) && !door.accepts(good.source())
        ? new ReadEvent.Bad(
            good.index(),
            good.id(),
            good.source(),
            good.type(),
            good.subject(),
            EventProblems.foreignSource())
        : event;
  }

  private ReadEvent tooLarge(Frame.TooLarge frame) {
    var why = Problem.of(EventProblems.EVENT_TOO_LARGE).with("max", maxEventBytes);
    return new ReadEvent.Bad(frame.index(), null, null, null, null, why);
  }
}
