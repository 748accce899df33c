package cn.jianfu.group.runtime;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemMapper;
import cn.jianfu.web.problem.WebProblems;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A store that cannot be reached is an outage that passes, and no fault of this service. */
final class StoreAway implements ProblemMapper {

  private static final Duration UNTIL_IT_IS_BACK = Duration.ofSeconds(5);

  @Override
  public @Nullable Problem map(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isAway(cause)) {
        return Problem.of(WebProblems.UNAVAILABLE).retryAfter(UNTIL_IT_IS_BACK);
      }
    }
    return null;
  }

  private static boolean isAway(Throwable cause) {
    return cause instanceof MongoTimeoutException
        || cause instanceof MongoSocketException
        || cause instanceof MongoConnectionPoolClearedException
        || cause instanceof MongoNotPrimaryException
        || cause instanceof MongoNodeIsRecoveringException;
  }
}
