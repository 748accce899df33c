package cn.jianfu.group.staff;

import cn.jianfu.group.access.Access;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.people.RetentionProperties;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.group.staff.domain.UnitStaff;
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
class StaffConfiguration {

  @Bean
  MongoAggregateStore<UnitStaff> staffStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        "staff",
        new StateMapping<>(StaffRecord.class, StaffRecord::of, StaffRecord::staff),
        // A list says by its own time whether it is late, so few keys are enough.
        AggregateSettings.defaults().seen(4),
        relay);
  }

  @Bean
  Indexes staffIndexes(MongoAggregateStore<UnitStaff> store) {
    return () ->
        store.ensureIndexes(
            List.of(
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.town")),
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.checkDue"))));
  }

  @Bean
  StaffOfUnits staffOfUnits(
      MongoAggregateStore<UnitStaff> store,
      DistrictClock clock,
      GroupChanges changes,
      PersonRefs people,
      RetentionProperties kept) {
    return new StaffOfUnits(store, clock, changes, people, kept.staff());
  }

  @Bean
  StaffLists staffLists(Access access, PersonRefs people, DistrictClock clock) {
    return new StaffLists(access, people, clock);
  }
}
