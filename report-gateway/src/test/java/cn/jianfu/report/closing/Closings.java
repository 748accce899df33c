package cn.jianfu.report.closing;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.RelaySettings;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Closings of a database, with a broker that is away: what is published waits in the outbox. */
public final class Closings {

  private Closings() {}

  public static DayClosings in(MongoDatabase database) {
    OutboxRelay relay =
        new OutboxRelay(
            RelaySettings.of("127.0.0.1:1", "/report-gateway"),
            new Names(),
            new Epoch(database, InstantSource.system()),
            new SimpleMeterRegistry());
    return new DayClosings(database, relay);
  }

  /** The documents as they are in the store, in the order of towns and days. */
  public static List<Document> stored(MongoDatabase database) {
    return Objects.requireNonNull(
        Flux.from(database.getCollection("day_closings").find().sort(new Document("_id", 1)))
            .collectList()
            .block());
  }

  private static final class Names implements EventNames {

    @Override
    public String nameOf(Object payload) {
      return EventCatalogue.of(payload).name();
    }

    @Override
    public @Nullable Class<?> payloadOf(String name) {
      EventType<?> type = EventCatalogue.named(name);
      return type == null ? null : type.payload();
    }

    @Override
    public String topicOf(String name) {
      return Objects.requireNonNull(EventCatalogue.named(name)).topic();
    }
  }
}
