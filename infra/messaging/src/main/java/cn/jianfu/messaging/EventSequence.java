package cn.jianfu.messaging;

/** {@code ce_sequence}: epoch and sequence within the subject, zero-padded, compared as text. */
public final class EventSequence {

  /** Sorts before every sequence: of a view that has heard nothing yet. */
  public static final String NONE = "";

  private static final int EPOCH_DIGITS = 10;
  private static final int SEQUENCE_DIGITS = 12;

  private EventSequence() {}

  public static String of(long epoch, long sequence) {
    StringBuilder text = new StringBuilder(EPOCH_DIGITS + SEQUENCE_DIGITS + 1);
    pad(text, epoch, EPOCH_DIGITS);
    text.append('-');
    pad(text, sequence, SEQUENCE_DIGITS);
    return text.toString();
  }

  /** Whether the event is of a store before that epoch. */
  public static boolean isBefore(long epoch, String sequence) {
    return sequence.compareTo(of(epoch, 0)) < 0;
  }

  /** Its place among the events of its subject. */
  public static long numberOf(String sequence) {
    return Long.parseLong(sequence, EPOCH_DIGITS + 1, sequence.length(), 10);
  }

  private static void pad(StringBuilder text, long number, int digits) {
    String plain = Long.toString(number);
    if (number < 0 || plain.length() > digits) {
      throw new IllegalArgumentException(number + " does not fit " + digits + " digits");
    }
    text.repeat('0', digits - plain.length()).append(plain);
  }
}
