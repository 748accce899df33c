package cn.jianfu.web.intake;

import java.util.List;

/** The body is one event. */
final class WholeFramer implements Framer {

  private final PendingEvent pending;

  WholeFramer(int maxEventBytes) {
    this.pending = new PendingEvent(maxEventBytes);
  }

  @Override
  public List<Frame> feed(byte[] piece) {
    pending.keep(piece, 0, piece.length);
    return List.of();
  }

  @Override
  public List<Frame> end() {
    return List.of(pending.complete(new byte[0], 0, 0));
  }
}
