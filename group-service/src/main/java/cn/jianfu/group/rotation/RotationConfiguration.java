package cn.jianfu.group.rotation;

import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.workgroup.WorkGroups;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RotationConfiguration {

  @Bean
  KeyCoverage keyCoverage(
      MembersOfGroups members, StaffOfUnits staff, WorkGroups groups, PersonRefs people) {
    return new KeyCoverage(members, staff, groups, people);
  }
}
