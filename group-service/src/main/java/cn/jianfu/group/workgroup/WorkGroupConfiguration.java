package cn.jianfu.group.workgroup;

import cn.jianfu.contracts.group.WorkGroupEvent;
import cn.jianfu.contracts.group.WorkGroupRestatedV1;
import cn.jianfu.group.access.Access;
import cn.jianfu.group.access.Origins;
import cn.jianfu.group.change.GroupChanges;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.group.runtime.Indexes;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.workgroup.domain.WorkGroup;
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
class WorkGroupConfiguration {

  private static final String COLLECTION = "groups";

  @Bean
  MongoAggregateStore<WorkGroup> workGroupStore(MongoDatabase database, OutboxRelay relay) {
    return new MongoAggregateStore<>(
        database,
        COLLECTION,
        new StateMapping<>(WorkGroupRecord.class, WorkGroupRecord::of, WorkGroupRecord::group),
        AggregateSettings.defaults(),
        relay);
  }

  @Bean
  Indexes workGroupIndexes(MongoAggregateStore<WorkGroup> store) {
    return () ->
        store.ensureIndexes(
            List.of(
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.checkDue")),
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.unit")),
                new IndexModel(com.mongodb.client.model.Indexes.ascending("state.externalId")),
                new IndexModel(
                    com.mongodb.client.model.Indexes.ascending("state.decision.mergeInto")),
                new IndexModel(
                    com.mongodb.client.model.Indexes.ascending("state.town", "state.live"))));
  }

  @Bean
  Restated<WorkGroup> groupsRestated(MongoAggregateStore<WorkGroup> store) {
    return new Restated<>(
        COLLECTION,
        store,
        List.of(WorkGroupEvent.class, WorkGroupRestatedV1.class),
        it -> List.of(new WorkGroupRestatedV1(WorkGroupPublication.group(it.state()))));
  }

  @Bean
  OwnerNames ownerNames(StaffOfUnits staff, PersonRefs people, Access access) {
    return new OwnerNames(staff, people, access);
  }

  @Bean
  WorkGroups workGroups(
      MongoAggregateStore<WorkGroup> store,
      Reference reference,
      DistrictClock clock,
      GroupChanges changes,
      Confirmations confirmations) {
    return new WorkGroups(store, reference, clock, changes, confirmations);
  }

  @Bean
  Orders orders(Access access, Reference reference, PersonRefs people, DistrictClock clock) {
    return new Orders(access, reference, people, clock);
  }

  @Bean
  OwnersForgotten ownersForgotten(
      MongoAggregateStore<WorkGroup> store,
      WorkGroups groups,
      PersonRefs people,
      DistrictClock clock,
      Origins origins) {
    return new OwnersForgotten(store, groups, people, clock, origins);
  }

  @Bean
  Joinings joinings(
      WorkGroups groups,
      ReportedGroups reports,
      Access access,
      Reference reference,
      DistrictClock clock,
      Origins origins) {
    return new Joinings(groups, reports, access, reference, clock, origins);
  }

  @Bean
  GroupsInUse groupsInUse(WorkGroups groups, Orders orders, DistrictClock clock, Origins origins) {
    return new GroupsInUse(groups, orders, clock, origins);
  }
}
