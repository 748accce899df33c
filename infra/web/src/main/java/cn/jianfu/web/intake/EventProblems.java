package cn.jianfu.web.intake;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemType;

/** What can be wrong with pushed events. */
final class EventProblems {

  static final ProblemType MALFORMED_BATCH = new ProblemType("web.malformed-batch", 400);
  static final ProblemType TOO_MANY_EVENTS = new ProblemType("web.too-many-events", 413);
  static final ProblemType EVENT_TOO_LARGE = new ProblemType("web.event-too-large", 413);
  static final ProblemType INVALID_EVENT = new ProblemType("web.invalid-event", 400);
  static final ProblemType FOREIGN_SOURCE = new ProblemType("web.foreign-source", 403);

  private EventProblems() {}

  static Problem invalid(String pointer, String code) {
    return Problem.of(INVALID_EVENT).at(pointer, code);
  }

  static Problem foreignSource() {
    return Problem.of(FOREIGN_SOURCE).at("/source", "not-allowed");
  }
}
