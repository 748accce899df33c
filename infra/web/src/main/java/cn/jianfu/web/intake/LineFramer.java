package cn.jianfu.web.intake;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines of JSON (NDJSON); blank lines do not count. */
final class LineFramer implements Framer {

  private final PendingEvent pending;

  LineFramer(int maxEventBytes) {
    this.pending = new PendingEvent(maxEventBytes);
  }

  @Override
  public List<Frame> feed(byte[] piece) {
    var frames = new ArrayList<Frame>();
    int from = 0;
    for (int i = 0; i < piece.length; i++) {
      byte b = piece[i];
      if (b == '\n') {
        line(piece, from, i, frames);
        from = i + 1;
      } else if (b != ' ' && b != '\r' && b != '\t') {
        pending.notBlank();
      }
    }
    pending.keep(piece, from, piece.length);
    return frames;
  }

  @Override
  public List<Frame> end() {
    var frames = new ArrayList<Frame>();
    line(new byte[0], 0, 0, frames);
    return frames;
  }

  private void line(byte[] piece, int from, int to, List<Frame> frames) {
    if (pending.isBlank()) {
      pending.forget();
    } else {
      frames.add(pending.complete(piece, from, to));
    }
  }
}
