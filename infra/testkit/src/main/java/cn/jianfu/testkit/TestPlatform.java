package cn.jianfu.testkit;

import cn.jianfu.broker.BrokerSettings;
import cn.jianfu.broker.InProcessBroker;
import cn.jianfu.store.InProcessStore;
import cn.jianfu.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The store and the broker that tests run against: one of each for all tests of a JVM, started when
 * first asked for.
 */
public final class TestPlatform {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestPlatform() {}

  /** Address of a database that no other test uses. */
  public static String freshDatabase() {
    return databaseUri("test" + DATABASES.incrementAndGet());
  }

  public static String databaseUri(String database) {
    var base = StoreHolder.STORE.connectionString();
    return (base.endsWith("/") ? base : base + "/") + database;
  }

  public static String bootstrapServers() {
    return BrokerHolder.BROKER.bootstrapServers();
  }

  /** What makes a service use a fresh database, this broker and the shared issuer of tests. */
  public static Map<String, String> properties() {
    var properties = new HashMap<>(TestTokens.shared().properties());
    properties.put("spring.mongodb.uri", freshDatabase());
    properties.put("spring.kafka.bootstrap-servers", bootstrapServers());
    properties.put("spring.cloud.stream.kafka.binder.brokers", bootstrapServers());
    return properties;
  }

  private static final class StoreHolder {

    static final InProcessStore STORE = start();

    private static InProcessStore start() {
      var store = InProcessStore.open(StoreSettings.inMemory());
      Runtime.getRuntime().addShutdownHook(new Thread(store::close));
      return store;
    }
  }

  private static final class BrokerHolder {

    static final InProcessBroker BROKER = start();

    private static InProcessBroker start() {
      try {
        var folder = Files.createTempDirectory("test-broker");
        var broker = InProcessBroker.start(BrokerSettings.in(folder));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        return broker;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
