package cn.jianfu.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.kafka.support.converter.MessagingMessageConverter;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** The beans that a service's Kafka bindings need; infra/docs/messaging.md names the properties. */
public final class InboundBindings {

  /** Why a record is a dead letter, in words. */
  public static final String REASON_HEADER = "kafka_dlt-reason";

  private static final int LONGEST_REASON = 500;
  private static final String AGAIN = ".again";
  // A reader that is not let in goes on asking: the rule that lets it in may come later.
  private static final Duration DENIED_ASKS_EVERY = Duration.ofSeconds(5);

  private InboundBindings() {}

  /** The topic of the dead letters that this group makes of that topic. */
  public static String deadLetterTopic(String topic, String group) {
    return topic + "." + group + ".dlt";
  }

  /**
   * The topic by which a group hears its dead letters again, and nobody else does: where they came
   * from is another's topic.
   */
  public static String againTopic(String deadLetterTopic) {
    return deadLetterTopic + AGAIN;
  }

  /** Where this group's dead letters go, also those that it could not apply a second time. */
  static String deadLettersOf(String heardFrom, String group) {
    return heardFrom.endsWith(againTopic(deadLetterTopic("", group)))
        ? heardFrom.substring(0, heardFrom.length() - AGAIN.length())
        : deadLetterTopic(heardFrom, group);
  }

  /** Converter of bindings in batch mode: hands the records over as they came. */
  public static BatchMessagingMessageConverter batchConverter() {
    BatchMessagingMessageConverter converter = new BatchMessagingMessageConverter();
    converter.setRawRecordHeader(true);
    return converter;
  }

  /** Converter of the other bindings. */
  public static MessagingMessageConverter recordConverter() {
    MessagingMessageConverter converter = new MessagingMessageConverter();
    converter.setRawRecordHeader(true);
    return converter;
  }

  /**
   * Retries and dead letters, at one layer only: the listener container. What cannot be decoded or
   * lacks what its type says goes to the dead letters at once; everything else is retried, with
   * growing pauses, for this long.
   */
  public static ListenerContainerWithDlqAndRetryCustomizer containers(
      KafkaOperations<byte[], byte[]> deadLetters, Duration patience) {
    return new Containers(deadLetters, patience);
  }

  private record Containers(KafkaOperations<byte[], byte[]> deadLetters, Duration patience)
      implements ListenerContainerWithDlqAndRetryCustomizer {

    @Override
    public boolean retryAndDlqInBinding(String destinationName, String group) {
      return false;
    }

    @Override
    public void configure(
        AbstractMessageListenerContainer<?, ?> container,
        String destinationName,
        String group,
        @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> resolver,
        @Nullable BackOff backOff) {
      container.setCommonErrorHandler(errorHandler(group));
      container.getContainerProperties().setAuthExceptionRetryInterval(DENIED_ASKS_EVERY);
    }

    private DefaultErrorHandler errorHandler(String group) {
      DeadLetterPublishingRecoverer recoverer =
          new DeadLetterPublishingRecoverer(
              deadLetters,
              (record, _) -> new TopicPartition(deadLettersOf(record.topic(), group), -1));
      // Where it was heard first stays, however often it comes back.
      recoverer.setAppendOriginalHeaders(false);
      recoverer.addHeadersFunction((_, failure) -> reason(failure));
      // It would hold the whole message, and the reason says what an operator needs.
      recoverer.excludeHeader(HeadersToAdd.EX_STACKTRACE);
      ExponentialBackOff pauses = new ExponentialBackOff(200, 2);
      pauses.setMaxInterval(5_000);
      pauses.setMaxElapsedTime(patience.toMillis());
      DefaultErrorHandler handler = new DefaultErrorHandler(recoverer, pauses);
      handler.addNotRetryableExceptions(UndecodableEventException.class);
      // What a handler cannot make sense of stays so: a retry would only hold up what comes after.
      handler.addNotRetryableExceptions(
          NullPointerException.class,
          IllegalArgumentException.class,
          ClassCastException.class,
          DateTimeException.class);
      handler.setLogLevel(KafkaException.Level.WARN);
      return handler;
    }

    private static Headers reason(Throwable failure) {
      Throwable root = failure;
      while (root.getCause() != null && !(root instanceof UndecodableEventException)) {
        root = root.getCause();
      }
      String text = root.getClass().getSimpleName() + ": " + root.getMessage();
      byte[] bytes = text.substring(0, Math.min(text.length(), LONGEST_REASON)).getBytes(UTF_8);
      return new RecordHeaders().add(REASON_HEADER, bytes);
    }
  }
}
