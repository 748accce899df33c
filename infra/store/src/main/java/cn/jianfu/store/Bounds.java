package cn.jianfu.store;

import java.util.Arrays;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of one field can lie when a query matches; never too narrow, sometimes too wide.
 */
sealed interface Bounds {

  /** Only these keys. */
  record Points(NavigableSet<byte[]> keys, boolean withNull) implements Bounds {}

  /** Between two keys, both included; each begins with the byte of the type that it compares. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Range(byte @Nullable [] low, byte @Nullable [] high) implements Bounds {

    byte[] from() {
      return low != null ? low : typeOf(high);
    }

    /** Of an array, one element may satisfy one end and another element the other end. */
    byte[] to(boolean multikey) {
      return high != null && !(multikey && low != null) ? high : typeOf(low);
    }

    private static byte[] typeOf(byte @Nullable [] key) {
      return key == null ? new byte[0] : Arrays.copyOf(key, 1);
    }
  }

  /** The bounds when both must hold: points before ranges, two ends made one range. */
  static Bounds both(Bounds first, Bounds second) {
    return switch (first) {
      case Points points -> points;
      case Range range ->
          switch (second) {
            case Points points -> points;
            case Range other -> bothEnds(range, other);
          };
    };
  }

  private static Range bothEnds(Range first, Range second) {
    boolean sameType = first.from()[0] == second.from()[0];
    if (sameType && first.high == null && second.low == null) {
      return new Range(first.low, second.high);
    }
    if (sameType && first.low == null && second.high == null) {
      return new Range(second.low, first.high);
    }
    return first;
  }
}
