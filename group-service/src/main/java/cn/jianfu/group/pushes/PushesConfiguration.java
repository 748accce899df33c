package cn.jianfu.group.pushes;

import cn.jianfu.contracts.group.PushesCountedV1;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.StateMapping;
import cn.jianfu.web.problem.ProblemWriter;
import cn.jianfu.web.problem.Problems;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PushesConfiguration {

  private static final String COLLECTION = "pushes";
  private static final Duration EVERY = Duration.ofSeconds(5);

  @Bean
  MongoAggregateStore<Pushes> pushStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
        new StateMapping<>(PushRecord.class, PushRecord::of, PushRecord::pushes),
        // 32 keys suffice: an instance has one addition without an answer at a time.
        AggregateSettings.defaults(),
        relay);
  }

  @Bean
  Indexes pushIndexes(MongoAggregateStore<Pushes> pushStore) {
    return () -> pushStore.ensureIndexes(List.of());
  }

  @Bean
  Restated<Pushes> pushesRestated(MongoAggregateStore<Pushes> pushStore) {
    return new Restated<>(
        COLLECTION,
        pushStore,
        List.of(PushesCountedV1.class),
        it -> List.of(it.state().published()));
  }

  @Bean
  PushCounter pushCounter(Reference reference, Problems problems, DistrictClock clock) {
    return new PushCounter(reference, problems::inWords, clock);
  }

  @Bean
  PushTallies pushTallies(
      PushCounter counter, MongoAggregateStore<Pushes> pushStore, Origins origins) {
    return new PushTallies(counter, pushStore, origins);
  }

  @Bean
  SingleWrites singleWrites(PushCounter counter, Reference reference, ProblemWriter problems) {
    return new SingleWrites(counter, reference, problems);
  }

  @Bean
  PushSweep pushSweep(PushTallies tallies) {
    return new PushSweep(tallies, EVERY);
  }
}
