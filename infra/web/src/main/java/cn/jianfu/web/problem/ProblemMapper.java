package cn.jianfu.web.problem;

import org.jspecify.annotations.Nullable;

/**
 * Says which problem an exception is. Beans of this type are asked first, in their order, so that a
 * service can name the exceptions of its own libraries.
 */
@FunctionalInterface
public interface ProblemMapper {

  /** Null when this mapper does not know the exception. */
  @Nullable Problem map(Throwable failure);
}
