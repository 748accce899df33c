package cn.jianfu.messaging;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A store that cannot be asked now: an outage that passes, and no fault of the service. Whether a
 * write under way was taken nobody knows; repeating it is safe.
 */
public final class StoreOutage {

  /** When it is worth asking again. */
  public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private static final int PATIENCE_SECONDS = 5;

  // Longer than any single answer takes; a store that is stopped does not hold requests for ever.
  private static final int SILENCE_SECONDS = 60;

  private StoreOutage() {}

  /** Whether a failure, or what caused it, is such an outage. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isOne(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOne(Throwable cause) {
    return switch (cause) {
      case MongoTimeoutException _,
          MongoSocketException _,
          MongoConnectionPoolClearedException _,
          MongoNotPrimaryException _,
          MongoNodeIsRecoveringException _,
          MongoInterruptedException _,
          MongoWriteConcernException _ ->
          true;
      default -> false;
    };
  }

  /** Lets an outage be said within a request, unless the store's address says how long to wait. */
  public static void saidSoon(MongoClientSettings.Builder settings, ConnectionString address) {
    if (address.getServerSelectionTimeout() == null) {
      settings.applyToClusterSettings(
          cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
    if (address.getSocketTimeout() == null) {
      settings.applyToSocketSettings(
          socket -> socket.readTimeout(SILENCE_SECONDS, TimeUnit.SECONDS));
    }
  }
}
