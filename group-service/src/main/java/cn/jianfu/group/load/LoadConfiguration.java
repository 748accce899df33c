package cn.jianfu.group.load;

import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.StateMapping;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoadConfiguration {

  private static final String COLLECTION = "loads";

  @Bean
  MongoAggregateStore<Load> loadStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
        new StateMapping<>(LoadRecord.class, LoadRecord::of, LoadRecord::load),
        AggregateSettings.defaults().seen(2),
        relay);
  }

  @Bean
  Indexes loadIndexes(MongoAggregateStore<Load> store) {
    return () -> store.ensureIndexes(List.of());
  }

  @Bean
  Restated<Load> loadsRestated(MongoAggregateStore<Load> store) {
    return new Restated<>(
        COLLECTION, store, List.of(LoadSummarisedV1.class), it -> List.of(it.state().published()));
  }

  @Bean
  Loads loads(MongoAggregateStore<Load> store, Origins origins) {
    return new Loads(store, origins);
  }
}
