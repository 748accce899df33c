package cn.jianfu.load;

import cn.jianfu.contracts.Topics;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What the figures are measured with. */
record Run(
    LoadSettings settings, Platform platform, Client client, District district, MongoClient store)
    implements AutoCloseable {

  static final List<String> GROUP_TOPICS = List.of(Topics.GROUP_EVENTS, Topics.GROUP_ACTIVITY);

  static Run on(Platform platform, LoadSettings settings) {
    Client client = new Client(platform);
    return new Run(
        settings,
        platform,
        client,
        new District(platform, client, settings),
        MongoClients.create(platform.store() + "/?maxPoolSize=64"));
  }

  MongoDatabase database(String name) {
    return store.getDatabase(name).withWriteConcern(WriteConcern.W1.withJournal(true));
  }

  Records records() {
    return new Records(platform.brokers());
  }

  Supplier<Duration> serverCpu() {
    return platform.process()::cpu;
  }

  /** Waits until the gateway has read all that was published; how long that took. */
  Duration awaitQuiet() {
    return Await.until("the gateway has read everything", Duration.ofMillis(50), this::isQuiet);
  }

  /** Whether the gateway has read all that was published by now. */
  boolean isQuiet() {
    return isQuiet(Duration.ofMinutes(1));
  }

  /** The same of a gateway that may be too busy to say so soon. */
  boolean isQuiet(Duration patience) {
    return lagOf(Client.read(client.bytes(platform.gateway("/api/v1/ingest-status"), patience)))
        == 0;
  }

  private static long lagOf(JsonNode status) {
    long lag = 0;
    for (JsonNode topic : status.path("topics")) {
      if (GROUP_TOPICS.contains(topic.path("topic").asString())) {
        lag += topic.path("lag").asLong(1);
      }
    }
    return lag;
  }

  @Override
  public void close() {
    store.close();
  }
}
