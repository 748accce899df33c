package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a JSON array into its elements by counting brackets outside of texts. Whether an element is
 * JSON is not asked here: that is its own affair, not its neighbours'.
 */
final class ArrayFramer implements Framer {

  private enum At {
    START,
    ELEMENT,
    END,
    BROKEN
  }

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final PendingEvent pending;
  private At at = At.START;
  private int depth;
  private boolean inText;
  private boolean escaped;
  private boolean afterComma;
  private int marks;
  private int from;

  ArrayFramer(int maxEventBytes) {
    this.pending = new PendingEvent(maxEventBytes);
  }

  @Override
  public List<Frame> feed(byte[] piece) {
    var frames = new ArrayList<Frame>();
    from = 0;
    int i = 0;
    while (i < piece.length && at != At.BROKEN) {
      i = inText ? text(piece, i) : structure(piece, i, frames);
    }
    if (at == At.ELEMENT) {
      pending.keep(piece, from, piece.length);
    }
    return frames;
  }

  @Override
  public List<Frame> end() {
    var frames = new ArrayList<Frame>();
    if (at == At.START || at == At.ELEMENT) {
      broken(frames);
    }
    return frames;
  }

  private int text(byte[] piece, int start) {
    for (int i = start; i < piece.length; i++) {
      byte b = piece[i];
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        inText = false;
        return i + 1;
      }
    }
    return piece.length;
  }

  private int structure(byte[] piece, int i, List<Frame> frames) {
    byte b = piece[i];
    if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
      return i + 1;
    }
    switch (at) {
      case START -> open(b, i, frames);
      case ELEMENT -> element(b, piece, i, frames);
      case END, BROKEN -> broken(frames);
    }
    return i + 1;
  }

  private void open(byte b, int i, List<Frame> frames) {
    if (b == '[') {
      at = At.ELEMENT;
      from = i + 1;
    } else if (marks < BYTE_ORDER_MARK.length && b == BYTE_ORDER_MARK[marks]) {
      marks++;
    } else {
      broken(frames);
    }
  }

  private void element(byte b, byte[] piece, int i, List<Frame> frames) {
    switch (b) {
      case '{', '[' -> depth++;
      case '"' -> inText = true;
      case '}', ']' -> {
        if (depth == 0) {
          close(b, piece, i, frames);
          return;
        }
        depth--;
      }
      case ',' -> {
        if (depth == 0) {
          separate(piece, i, frames);
          return;
        }
      }
      default -> {}
    }
    pending.notBlank();
  }

  private void separate(byte[] piece, int i, List<Frame> frames) {
    if (pending.isBlank()) {
      broken(frames);
      return;
    }
    frames.add(pending.complete(piece, from, i));
    from = i + 1;
    afterComma = true;
  }

  private void close(byte b, byte[] piece, int i, List<Frame> frames) {
    if (b != ']' || (pending.isBlank() && afterComma)) {
      broken(frames);
      return;
    }
    if (!pending.isBlank()) {
      frames.add(pending.complete(piece, from, i));
    }
    at = At.END;
  }

  private void broken(List<Frame> frames) {
    at = At.BROKEN;
    frames.add(
        new Frame.Broken(
            pending.index(),
            Problem.of(EventProblems.MALFORMED_BATCH)
                .with("index", pending.index())
                .at("/" + pending.index(), "json-syntax")));
  }
}
