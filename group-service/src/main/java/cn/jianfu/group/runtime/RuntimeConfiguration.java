package cn.jianfu.group.runtime;

import cn.jianfu.group.access.Origin;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.messaging.Epoch;
import cn.jianfu.messaging.EventNames;
import cn.jianfu.messaging.StoreOutage;
import cn.jianfu.messaging.StoreWatch;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.RelaySettings;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemMapper;
import cn.jianfu.web.problem.WebProblems;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RuntimeConfiguration {

  private static final String DATABASE = "group";

  @Bean
  MongoDatabase groupDatabase(MongoClient client, MongoConnectionDetails details) {
    String named = details.getConnectionString().getDatabase();
    return client.getDatabase(named == null ? DATABASE : named);
  }

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
