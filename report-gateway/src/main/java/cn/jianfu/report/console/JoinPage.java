package cn.jianfu.report.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * An entry of a register, and which group under a platform's id it is; or such a group, and which
 * entries it is.
 *
 * @param listed whether it is an entry
 * @param into the group that it goes on as; null when it is an entry of its own
 * @param joined the entries that a group goes on for
 * @param choices of an entry, the groups of its unit; of a group, the entries, by name
 * @param key by which group-service knows what is sent again
 * @param said what became of what was said; null when nothing was
 */
record JoinPage(
    String id,
    String name,
    String town,
    Words townName,
    Words unitName,
    String state,
    boolean listed,
    @Nullable Other into,
    List<Other> joined,
    List<Other> choices,
    String key,
    @Nullable Said said) {

  /** Another group. */
  record Other(String id, String name) {}

  /**
   * What became of it.
   *
   * @param sentence why group-service declines it, in the reader's language
   * @param why there is no answer: AWAY, REFUSED, BUSY or NOT_ASKED
   */
  record Said(HttpStatusCode status, @Nullable String sentence, @Nullable String why) {

    public boolean done() {
      return sentence == null && why == null;
    }
  }

  public String look() {
    return GroupStates.look(state);
  }

  JoinPage saying(Said what) {
    return new JoinPage(
        id, name, town, townName, unitName, state, listed, into, joined, choices, key, what);
  }
}
