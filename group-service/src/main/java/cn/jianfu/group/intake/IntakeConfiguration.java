package cn.jianfu.group.intake;

import cn.jianfu.group.activity.ActivityDays;
import cn.jianfu.group.activity.ActivityReports;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.members.MembersReports;
import cn.jianfu.group.workgroup.GroupsInUse;
import cn.jianfu.group.workgroup.Orders;
import cn.jianfu.group.workgroup.ReportedGroups;
import cn.jianfu.group.workgroup.WorkGroups;
import jakarta.validation.Validator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  @Bean
  PushedEvents pushedEvents(
      JsonMapper json,
      Validator validator,
      Orders orders,
      MembersReports members,
      ActivityReports activity,
      DistrictClock clock) {
    return new PushedEvents(json, validator, new TownEvents(orders, members, activity), clock);
  }

  @Bean
  ReportedGroups reportedGroups(MembersOfGroups members, ActivityDays activity) {
    return new ReportsOfGroups(members, activity);
  }

  @Bean
  GroupIntake groupIntake(
      PushedEvents events,
      WorkGroups groups,
      GroupsInUse inUse,
      MembersOfGroups members,
      ActivityDays activity) {
    return new GroupIntake(events, groups, inUse, members, activity);
  }
}
