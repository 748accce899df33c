package cn.jianfu.identity.store;

import com.mongodb.MongoTimeoutException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start without a store ends with a sentence instead of a stack trace. */
final class StoreAwayAtStart extends AbstractFailureAnalyzer<MongoTimeoutException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MongoTimeoutException cause) {
    return new FailureAnalysis(
        "The store does not answer: " + cause.getMessage(),
        "Start the store first, or say with spring.mongodb.uri where it is.",
        cause);
  }
}
