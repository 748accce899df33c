package cn.jianfu.report.console;

/** What comes of carrying something out. */
sealed interface RegisterReply {

  /** Something is missing or cannot be read; nothing was sent. */
  record Incomplete(RegisterPreview page) implements RegisterReply {}

  record CarriedOut(RegisterResult page) implements RegisterReply {}
}
