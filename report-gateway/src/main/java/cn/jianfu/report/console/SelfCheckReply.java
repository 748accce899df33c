package cn.jianfu.report.console;

import java.util.List;

/** What comes of an answer. */
sealed interface SelfCheckReply {

  /**
   * It is taken.
   *
   * @param item the group as it stands now
   * @param changed whether it agreed to something else than the reader had seen
   * @param others groups of the same list whose earlier decisions could not be taken
   */
  record Taken(SelfCheckItem item, boolean changed, List<SelfCheckItem> others)
      implements SelfCheckReply {}

  /** It is not taken, for this reason in the reader's language. */
  record Declined(int status, String sentence) implements SelfCheckReply {}

  /** No round is open any more. */
  record Closed() implements SelfCheckReply {}

  /** Nobody knows: AWAY, REFUSED, BUSY or NOT_ASKED. */
  record Unheard(String why) implements SelfCheckReply {}
}
