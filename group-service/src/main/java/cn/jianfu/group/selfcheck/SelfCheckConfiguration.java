package cn.jianfu.group.selfcheck;

import cn.jianfu.contracts.group.SelfCheckChangedV1;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.SuggestedDecisions;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.StateMapping;
import cn.jianfu.messaging.job.JobLease;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SelfCheckConfiguration {

  private static final String COLLECTION = "self_checks";

  @Bean
  MongoAggregateStore<SelfCheck> selfCheckStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
        StateMapping.identity(SelfCheck.class),
        AggregateSettings.defaults().seen(8),
        relay);
  }

  @Bean
  Indexes selfCheckIndexes(MongoAggregateStore<SelfCheck> store) {
    return () ->
        store.ensureIndexes(
            List.of(
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.decisionsDue")),
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.unit"))));
  }

  @Bean
  Restated<SelfCheck> selfChecksRestated(MongoAggregateStore<SelfCheck> store) {
    return new Restated<>(
        COLLECTION,
        store,
        List.of(SelfCheckChangedV1.class),
        it -> List.of(it.state().published()));
  }

  @Bean
  SelfChecks selfChecks(
      MongoAggregateStore<SelfCheck> store,
      WorkGroups groups,
      SuggestedDecisions suggestions,
      Reference reference,
      DistrictClock clock,
      Origins origins) {
    return new SelfChecks(store, groups, suggestions, reference, clock, origins);
  }

  @Bean
  SelfCheckAnswers selfCheckAnswers(MongoAggregateStore<SelfCheck> store) {
    return new SelfCheckAnswers(store);
  }

  @Bean
  AnswersBecomeDecisions answersBecomeDecisions(
      SelfChecks checks, WorkGroups groups, Orders orders, Origins origins) {
    return new AnswersBecomeDecisions(checks, groups, orders, origins);
  }

  @Bean
  SelfCheckSweep selfCheckSweep(
      SelfChecks checks, AnswersBecomeDecisions decisions, JobLease lease) {
    return new SelfCheckSweep(checks, decisions, lease);
  }
}
