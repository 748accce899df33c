package cn.jianfu.group.members;

import cn.jianfu.contracts.group.MembersCountedV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.people.PersonRefs;
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
class MembersConfiguration {

  private static final String COLLECTION = "members";

  @Bean
  MongoAggregateStore<GroupMembers> membersStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
        new StateMapping<>(MembersRecord.class, MembersRecord::of, MembersRecord::members),
        // A snapshot says by its own time whether it is late, so few keys are enough.
        AggregateSettings.defaults().seen(4),
        relay);
  }

  @Bean
  Indexes membersIndexes(MongoAggregateStore<GroupMembers> store) {
    return () ->
        store.ensureIndexes(
            List.of(new IndexModel(com.mongodb.client.model.Indexes.ascending("state.checkDue"))));
  }

  @Bean
  MembersOfGroups membersOfGroups(
      MongoAggregateStore<GroupMembers> store, DistrictClock clock, GroupChanges changes) {
    return new MembersOfGroups(store, clock, changes);
  }

  @Bean
  Restated<GroupMembers> membersRestated(
      MongoAggregateStore<GroupMembers> store, DistrictClock clock) {
    return new Restated<>(
        COLLECTION,
        store,
        List.of(MembersCountedV1.class),
        it -> List.of(MembersOfGroups.counted(it.state(), clock)));
  }

  @Bean
  MembersReports membersReports(Access access, PersonRefs people, DistrictClock clock) {
    return new MembersReports(access, people, clock);
  }
}
