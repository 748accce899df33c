package cn.jianfu.group.runtime;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemMapper;
import cn.jianfu.web.problem.WebProblems;
import com.mongodb.MongoClientException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The store cannot be asked now: not the client's fault, and no fault of ours. Whether a write
 * under way was taken nobody knows; repeating it is safe.
 */
final class StoreAway implements ProblemMapper {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Override
  public @Nullable Problem map(Throwable failure) {
    return switch (failure) {
      case MongoSocketException _,
          // A server that is not found in time is one of these.
          MongoClientException _,
          MongoNotPrimaryException _,
          MongoNodeIsRecoveringException _,
          MongoInterruptedException _,
          MongoWriteConcernException _ ->
          Problem.of(WebProblems.UNAVAILABLE).retryAfter(SOON);
      default -> null;
    };
  }
}
