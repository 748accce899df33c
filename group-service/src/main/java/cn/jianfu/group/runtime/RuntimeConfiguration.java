package cn.jianfu.group.runtime;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.RelaySettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {

  private static final String DATABASE = "group";
  private static final int STORE_PATIENCE_SECONDS = 5;
  // Longer than any single answer takes; a store that is stopped does not hold requests for ever.
  private static final int STORE_SILENCE_SECONDS = 60;

  @Bean
  MongoDatabase groupDatabase(MongoClient client, MongoConnectionDetails details) {
    String named = details.getConnectionString().getDatabase();
    return client.getDatabase(named == null ? DATABASE : named);
  }

  /** A store that is away is said soon, unless the address says how long to wait. */
  @Bean
  MongoClientSettingsBuilderCustomizer soonSaidAway(MongoConnectionDetails details) {
    return settings -> {
      if (details.getConnectionString().getServerSelectionTimeout() == null) {
        settings.applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(STORE_PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      if (details.getConnectionString().getSocketTimeout() == null) {
        settings.applyToSocketSettings(
            socket -> socket.readTimeout(STORE_SILENCE_SECONDS, TimeUnit.SECONDS));
      }
    };
  }

  @Bean
  StoreAway storeAway() {
    return new StoreAway();
  }

  @Bean
  EventNames eventNames() {
    return new PublishedLanguage();
  }

  @Bean
  Epoch epoch(MongoDatabase database) {
    return new Epoch(database, InstantSource.system());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  OutboxRelay outboxRelay(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${jianfu.outbox.backlog}") long backlog,
      EventNames names,
      Epoch epoch,
      MeterRegistry meters) {
    return new OutboxRelay(
        RelaySettings.of(brokers, Origin.OWN).backlog(backlog), names, epoch, meters);
  }

  @Bean
  GroupChanges groupChanges() {
    return new GroupChanges();
  }
}
