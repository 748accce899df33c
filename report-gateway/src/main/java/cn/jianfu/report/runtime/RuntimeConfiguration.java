package cn.jianfu.report.runtime;

import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.StoreOutage;
import cn.jianfu.messaging.StoreWatch;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.RelaySettings;
import cn.jianfu.report.start.StartStep;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemMapper;
import cn.jianfu.web.problem.WebProblems;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
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

  @Bean
  MongoClientSettingsBuilderCustomizer outagesAreSaidSoon(MongoConnectionDetails details) {
    return settings -> StoreOutage.saidSoon(settings, details.getConnectionString());
  }

  @Bean
  ProblemMapper storeOutage() {
    return failure ->
        StoreOutage.isBehind(failure)
            ? Problem.of(WebProblems.UNAVAILABLE).retryAfter(StoreOutage.RETRY_AFTER)
            : null;
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

  @Bean(destroyMethod = "close")
  StoreWatch storeWatch(MongoDatabase database, MeterRegistry meters) {
    return StoreWatch.of(database, meters);
  }

  @Bean
  EventNames eventNames() {
    return new PublishedLanguage();
  }

  @Bean
  Epoch epoch(MongoDatabase database, @Value("${jianfu.store.restored:false}") boolean restored) {
    return Epoch.atStart(database, InstantSource.system(), restored);
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
