package cn.jianfu.group.finding;

import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.runtime.Indexes;
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
class FindingConfiguration {

  private static final String COLLECTION = "findings";

  @Bean
  MongoAggregateStore<Finding> findingStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
        new StateMapping<>(FindingRecord.class, FindingRecord::of, FindingRecord::finding),
        AggregateSettings.defaults().seen(2),
        relay);
  }

  @Bean
  Indexes findingIndexes(MongoAggregateStore<Finding> store) {
    return () ->
        store.ensureIndexes(
            List.of(
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.open")),
                new IndexModel(
                    com.mongodb.client.model.Indexes.ascending("state.groups", "state.open")),
                new IndexModel(
                    com.mongodb.client.model.Indexes.ascending(
                        "state.unit", "state.rule", "state.open")),
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.town"))));
  }

  @Bean
  Restated<Finding> findingsRestated(MongoAggregateStore<Finding> store, Findings findings) {
    return new Restated<>(
        COLLECTION,
        store,
        List.of(FindingRaisedV1.class, FindingClearedV1.class),
        it -> List.of(findings.published(it.state())));
  }

  @Bean
  Findings findings(MongoAggregateStore<Finding> store, Reference reference, Origins origins) {
    return new Findings(store, reference, origins);
  }
}
