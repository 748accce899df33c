package cn.jianfu.web.problem;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is wrong with the parts of a request, so that its sender hears of all of it at once.
 * For one request, used by one thread.
 */
public final class AllThatIsWrong {

  private @Nullable Problem found;

  public void add(Problem problem) {
    found = found == null ? problem : found.and(problem);
  }

  /** What a part is read as; null when it cannot be read, which is one more thing that is wrong. */
  public <T> @Nullable T orNull(Supplier<T> part) {
    try {
      return part.get();
    } catch (ProblemException wrong) {
      add(wrong.problem());
      return null;
    }
  }

  /** All of it; there is something. */
  public Problem problem() {
    return Objects.requireNonNull(found, "nothing is wrong");
  }

  /**
   * Goes on only when nothing was wrong.
   *
   * @throws ProblemException with all that was found
   */
  public void mustBeNothing() {
    if (found != null) {
      throw found.toException();
    }
  }
}
