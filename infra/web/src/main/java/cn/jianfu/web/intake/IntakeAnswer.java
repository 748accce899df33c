package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;

/** What became of one event. */
public sealed interface IntakeAnswer {

  /** It was new, and is stored. */
  static IntakeAnswer accepted() {
    return Accepted.ANSWER;
  }

  /** It came before, or said what was known. */
  static IntakeAnswer unchanged() {
    return Unchanged.ANSWER;
  }

  /** It is not taken, for this reason; nothing was changed. */
  static IntakeAnswer declined(Problem why) {
    return new Declined(why);
  }

  /** See {@link IntakeAnswer#accepted()}. */
  record Accepted() implements IntakeAnswer {
    private static final Accepted ANSWER = new Accepted();
  }

  /** See {@link IntakeAnswer#unchanged()}. */
  record Unchanged() implements IntakeAnswer {
    private static final Unchanged ANSWER = new Unchanged();
  }

  /** See {@link IntakeAnswer#declined(Problem)}. */
  record Declined(Problem why) implements IntakeAnswer {}
}
