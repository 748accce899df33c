package cn.jianfu.group.secrecy;

import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.StateMapping;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecrecyConfiguration {

  @Bean
  MongoAggregateStore<UnitSecrecy> secrecyStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        "secrecy",
        new StateMapping<>(SecrecyRecord.class, SecrecyRecord::of, SecrecyRecord::secrecy),
        AggregateSettings.defaults(),
        relay);
  }

  @Bean
  Indexes secrecyIndexes(MongoAggregateStore<UnitSecrecy> store) {
    return () ->
        store.ensureIndexes(
            List.of(new IndexModel(com.mongodb.client.model.Indexes.ascending("state.checkDue"))));
  }

  @Bean
  SecrecyOfUnits secrecyOfUnits(MongoAggregateStore<UnitSecrecy> store, GroupChanges changes) {
    return new SecrecyOfUnits(store, changes);
  }
}
