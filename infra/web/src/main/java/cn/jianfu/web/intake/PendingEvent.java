package cn.jianfu.web.intake;

import java.io.ByteArrayOutputStream;

/** The event that is being read: copied only when it spans pieces of the body. */
final class PendingEvent {

  private final int maxBytes;
  private final ByteArrayOutputStream earlier = new ByteArrayOutputStream();
  private int index;
  private long size;
  private boolean blank = true;

  PendingEvent(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  int index() {
    return index;
  }

  boolean isBlank() {
    return blank;
  }

  void notBlank() {
    blank = false;
  }

  /** The piece ends in the middle of the event. */
  void keep(byte[] piece, int from, int to) {
    size += to - from;
    if (size <= maxBytes) {
      earlier.write(piece, from, to - from);
    }
  }

  /** The event ends in this piece; the next one begins. */
  Frame complete(byte[] piece, int from, int to) {
    var frame = frame(piece, from, to);
    index++;
    forget();
    return frame;
  }

  /** There was only white space. */
  void forget() {
    size = 0;
    blank = true;
    earlier.reset();
  }

  private Frame frame(byte[] piece, int from, int to) {
    if (size + to - from > maxBytes) {
      return new Frame.TooLarge(index);
    }
    if (size == 0) {
      return new Frame.Whole(index, new Slice(piece, from, to - from));
    }
    earlier.write(piece, from, to - from);
    return new Frame.Whole(index, Slice.of(earlier.toByteArray()));
  }
}
