package cn.jianfu.group.erasure;

import cn.jianfu.group.access.Origins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.register.ImportsForgetting;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.workgroup.OwnersForgotten;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

  @Bean
  Erasures erasures(
      MembersOfGroups members,
      StaffOfUnits staff,
      OwnersForgotten owners,
      ImportsForgetting imports,
      PersonRefs people,
      MongoDatabase database,
      DistrictClock clock,
      Origins origins) {
    return new Erasures(
        members, staff, owners, imports, people, new ErasureLog(database), clock, origins);
  }
}
