package cn.jianfu.messaging.topic;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what a broker answers an administrator. */
public final class KafkaAnswers {

  private KafkaAnswers() {}

  /**
   * The answer.
   *
   * @throws org.apache.kafka.common.errors.ApiException what the broker or the client says instead
   * @throws org.apache.kafka.common.errors.TimeoutException when there is none in time
   */
  public static <T> T get(KafkaFuture<T> answer, Duration patience) {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new org.apache.kafka.common.errors.TimeoutException(late);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
