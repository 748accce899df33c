package cn.jianfu.identity.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StoreConnection {

  @Bean(destroyMethod = "close")
  MongoClient mongoClient(@Value("${spring.mongodb.uri}") String uri) {
    return MongoClients.create(
        MongoClientSettings.builder()
            // A store that is away is said within a request, not after the driver's 30 seconds.
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .applicationName("identity")
            .applyConnectionString(new ConnectionString(uri))
            .build());
  }

  @Bean
  MongoDatabase identityDatabase(MongoClient client, @Value("${spring.mongodb.uri}") String uri) {
    String named = new ConnectionString(uri).getDatabase();
    return client.getDatabase(Objects.requireNonNullElse(named, "identity"));
  }

  @Bean(destroyMethod = "close")
  StoreWatch storeWatch(MongoDatabase database, MeterRegistry meters) {
    return new StoreWatch(database, meters, System::nanoTime);
  }
}
