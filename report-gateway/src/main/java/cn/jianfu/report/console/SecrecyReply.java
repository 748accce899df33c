package cn.jianfu.report.console;

/** What comes of a word on secrecy. */
sealed interface SecrecyReply {

  record Taken(SecrecyPage page) implements SecrecyReply {}

  /** It is not taken, for this reason in the reader's language. */
  record Declined(SecrecyPage page, int status, String sentence) implements SecrecyReply {}

  /** It is not taken because the district has confirmed the incident. */
  record Confirmed(SecrecyPage page) implements SecrecyReply {}

  /** Nobody knows: AWAY, REFUSED, BUSY or NOT_ASKED. */
  record Unheard(SecrecyPage page, String why) implements SecrecyReply {}
}
