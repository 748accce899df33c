package cn.jianfu.messaging;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import reactor.core.publisher.Mono;

/**
 * What an unordered bulk of guarded writes meets when it was written before: a document that is
 * there already, or one that is later than the guard allows, which makes the upsert insert.
 */
public final class DuplicateKeys {

  private DuplicateKeys() {}

  /** Nothing when no other write has failed; the failure otherwise. */
  public static Mono<Void> passed(MongoBulkWriteException failure) {
    boolean others =
        failure.getWriteConcernError() != null
            || failure.getWriteErrors().stream()
                .anyMatch(it -> it.getCategory() != ErrorCategory.DUPLICATE_KEY);
    return others ? Mono.error(failure) : Mono.empty();
  }
}
