package cn.jianfu.web.problem;

import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  public ProblemException(Problem problem, @Nullable Throwable cause) {
    // A refusal is an answer, not a fault: no stack trace unless something else caused it.
    super(problem.type().urn(), cause, false, cause != null);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
