package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.util.ArrayList;
import java.util.List;

/** Frames of a body, ended by a {@link Frame.Broken} when it is longer than allowed. */
final class LimitedBody {

  private final Framer framer;
  private final long maxBytes;
  private final int maxEvents;
  private long bytes;
  private int events;

  LimitedBody(Framer framer, long maxBytes, int maxEvents) {
    this.framer = framer;
    this.maxBytes = maxBytes;
    this.maxEvents = maxEvents;
  }

  List<Frame> feed(byte[] piece) {
    bytes += piece.length;
    if (bytes > maxBytes) {
      return List.of(new Frame.Broken(events, Problem.of(WebProblems.TOO_LARGE)));
    }
    return limited(framer.feed(piece));
  }

  List<Frame> end() {
    return limited(framer.end());
  }

  private List<Frame> limited(List<Frame> frames) {
    int room = maxEvents - events;
    events += frames.size();
    if (frames.size() <= room || frames.get(room) instanceof Frame.Broken) {
      return frames;
    }
    var kept = new ArrayList<>(frames.subList(0, room));
    kept.add(
        new Frame.Broken(
            maxEvents,
            Problem.of(EventProblems.TOO_MANY_EVENTS)
                .with("max", maxEvents)
                .with("index", maxEvents)));
    return kept;
  }
}
