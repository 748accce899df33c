package cn.jianfu.messaging.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.messaging.Message;
import reactor.core.publisher.Mono;

/**
 * Turns a reactive handler of events into the imperative function of a binding, which waits for it
 * with a timeout. What fails is thrown: the listener container retries, then dead-letters.
 */
public final class InboundHandler {

  private final InboundDecoder decoder;
  private final Duration timeout;

  public InboundHandler(InboundDecoder decoder, Duration timeout) {
    this.decoder = decoder;
    this.timeout = timeout;
  }

  /** For a binding that hears one record at a time. */
  public Consumer<Message<byte[]>> single(Function<InboundEvent, Mono<?>> handler) {
    return message -> {
      InboundEvent event = decoder.decode(RawRecords.one(message));
      if (event != null) {
        handler.apply(event).block(timeout);
      }
    };
  }

  /**
   * For a binding in batch mode: the events of a poll in one call. When that fails, they go one by
   * one, so that the container learns which one it is: those before it are done, it alone is
   * retried and dead-lettered.
   */
  public Consumer<Message<List<byte[]>>> batch(Function<List<InboundEvent>, Mono<?>> handler) {
    return message -> handle(RawRecords.all(message), handler);
  }

  void handle(
      List<ConsumerRecord<?, byte[]>> records, Function<List<InboundEvent>, Mono<?>> handler) {
    Heard heard = decode(records);
    if (!heard.events().isEmpty()) {
      together(heard, handler);
    }
    if (heard.poison() != null) {
      throw heard.poison();
    }
  }

  private void together(Heard heard, Function<List<InboundEvent>, Mono<?>> handler) {
    try {
      handler.apply(heard.events()).block(timeout);
    } catch (RuntimeException failure) {
      if (heard.events().size() == 1) {
        throw failed(failure, heard.positions().getFirst());
      }
      oneByOne(heard, handler);
    }
  }

  private void oneByOne(Heard heard, Function<List<InboundEvent>, Mono<?>> handler) {
    for (int i = 0; i < heard.events().size(); i++) {
      try {
        handler.apply(List.of(heard.events().get(i))).block(timeout);
      } catch (RuntimeException failure) {
        throw failed(failure, heard.positions().get(i));
      }
    }
  }

  private static BatchListenerFailedException failed(RuntimeException failure, int position) {
    return new BatchListenerFailedException("could not be applied", failure, position);
  }

  private Heard decode(List<ConsumerRecord<?, byte[]>> records) {
    List<InboundEvent> events = new ArrayList<>(records.size());
    List<Integer> positions = new ArrayList<>(records.size());
    for (int i = 0; i < records.size(); i++) {
      try {
        InboundEvent event = decoder.decode(records.get(i));
        if (event != null) {
          events.add(event);
          positions.add(i);
        }
      } catch (UndecodableEventException poison) {
        return new Heard(events, positions, failed(poison, i));
      }
    }
    return new Heard(events, positions, null);
  }

  /** The events before the first poisonous record, and where in the batch they stand. */
  private record Heard(
      List<InboundEvent> events,
      List<Integer> positions,
      @Nullable BatchListenerFailedException poison) {}
}
