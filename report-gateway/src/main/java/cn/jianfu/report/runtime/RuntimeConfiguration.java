package cn.jianfu.report.runtime;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.RelaySettings;
import cn.jianfu.report.start.StartStep;
import cn.jianfu.web.problem.ProblemMapper;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {

  private static final String DATABASE = "report";
  private static final String SOURCE = "/report-gateway";

  /** An outage is said within a request, not after the driver's 30 seconds. */
  @Bean
  MongoClientSettingsBuilderCustomizer storeIsWaitedFor() {
    return settings ->
        settings.applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS));
  }

  @Bean
  ProblemMapper storeAway() {
    return new StoreAway();
  }

  @Bean
  MongoDatabase reportDatabase(MongoClient client, MongoConnectionDetails details) {
    String named = details.getConnectionString().getDatabase();
    return client.getDatabase(named == null ? DATABASE : named);
  }

  @Bean
  UniqueKeys uniqueKeys() {
    return () -> UUID.randomUUID().toString();
  }

  @Bean
  EventNames eventNames() {
    return new PublishedLanguage();
  }

  @Bean
  Epoch epoch(MongoDatabase database) {
    return new Epoch(database, InstantSource.system());
  }

  @Bean(destroyMethod = "close")
  OutboxRelay outboxRelay(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      @Value("${jianfu.outbox.backlog}") long backlog,
      EventNames names,
      Epoch epoch,
      MeterRegistry meters) {
    return new OutboxRelay(
        RelaySettings.of(brokers, SOURCE).backlog(backlog), names, epoch, meters);
  }

  @Bean
  @Order(StartStep.RELAY)
  StartStep relayStarts(OutboxRelay relay) {
    return () -> Mono.fromRunnable(relay::start);
  }
}
