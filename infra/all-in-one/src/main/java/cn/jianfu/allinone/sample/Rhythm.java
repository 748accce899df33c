package cn.jianfu.allinone.sample;

/**
 * How lively a sample group is.
 *
 * @param pace how much is said on a working day
 * @param silentSinceDaysAgo for a zombie group, how many days ago the last message was
 */
public record Rhythm(Pace pace, int silentSinceDaysAgo) {

  public enum Pace {
    QUIET(4),
    NORMAL(18),
    BUSY(55);

    private final int messages;

    Pace(int messages) {
      this.messages = messages;
    }

    int messages() {
      return messages;
    }
  }

  /** {@code BUSY}, {@code NORMAL}, {@code QUIET} or {@code IDLE:<days>}. */
  static Rhythm parse(String text) {
    return text.startsWith("IDLE:")
        ? new Rhythm(Pace.QUIET, Integer.parseInt(text.substring("IDLE:".length())))
        : new Rhythm(Pace.valueOf(text), 0);
  }

  boolean silent(long daysAgo) {
    return daysAgo < silentSinceDaysAgo;
  }
}
