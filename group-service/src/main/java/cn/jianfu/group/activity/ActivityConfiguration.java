package cn.jianfu.group.activity;

import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.UniqueKeys;
import cn.jianfu.group.activity.domain.ActivityDay;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.messaging.aggregate.AggregateSettings;
import cn.jianfu.messaging.aggregate.MongoAggregateStore;
import cn.jianfu.messaging.aggregate.OutboxRelay;
import cn.jianfu.messaging.aggregate.Restated;
import cn.jianfu.messaging.aggregate.StateMapping;
import com.mongodb.client.model.IndexModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.InstantSource;
import java.util.List;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActivityConfiguration {

  private static final String COLLECTION = "activity";

  @Bean
  MongoAggregateStore<ActivityDay> activityStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
        new StateMapping<>(ActivityRecord.class, ActivityRecord::of, ActivityRecord::day),
        // A day is corrected once or twice in its life.
        AggregateSettings.defaults().seen(4),
        relay);
  }

  @Bean
  Indexes activityIndexes(MongoAggregateStore<ActivityDay> store) {
    return () ->
        store.ensureIndexes(
            List.of(
                new IndexModel(
                    com.mongodb.client.model.Indexes.ascending("state.groupId", "state.date"))));
  }

  @Bean
  Restated<ActivityDay> activityRestated(MongoAggregateStore<ActivityDay> store) {
    return new Restated<>(
        COLLECTION,
        store,
        List.of(ActivityRecordedV1.class),
        it -> List.of(ActivityPublication.of(it.state())));
  }

  @Bean
  ActivityDays activityDays(
      MongoAggregateStore<ActivityDay> store,
      MongoDatabase database,
      DistrictClock clock,
      GroupChanges changes,
      LateCounts late) {
    MongoCollection<CountedDay> days =
        database
            .getCollection(COLLECTION, CountedDay.class)
            .withCodecRegistry(
                CodecRegistries.fromRegistries(
                    CodecRegistries.fromCodecs(new CountedDayCodec()),
                    database.getCodecRegistry()));
    return new ActivityDays(store, days, clock, changes, late);
  }

  @Bean
  LateCounts lateCounts(MongoDatabase database, UniqueKeys keys) {
    return new LateCounts(database, keys, InstantSource.system());
  }

  @Bean
  ActivityReports activityReports(Access access, DistrictClock clock) {
    return new ActivityReports(access, clock);
  }
}
