package cn.jianfu.group.secrecy;

import cn.jianfu.contracts.group.SecrecyToldV1;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.StateMapping;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecrecyConfiguration {

  private static final String COLLECTION = "secrecy";

  @Bean
  MongoAggregateStore<UnitSecrecy> secrecyStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
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
  Restated<UnitSecrecy> secrecyRestated(MongoAggregateStore<UnitSecrecy> store) {
    return new Restated<>(
        COLLECTION,
        store,
        List.of(SecrecyToldV1.class),
        it ->
            it.state().said().isEmpty() ? List.of() : List.of(SecrecyRecord.published(it.state())));
  }

  @Bean
  SecrecyOfUnits secrecyOfUnits(MongoAggregateStore<UnitSecrecy> store, GroupChanges changes) {
    return new SecrecyOfUnits(store, changes);
  }
}
