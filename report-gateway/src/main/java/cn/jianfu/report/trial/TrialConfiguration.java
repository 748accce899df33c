package cn.jianfu.report.trial;

import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCompliances;
import cn.jianfu.report.group.RuleTrials;
import cn.jianfu.report.reference.Reference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TrialConfiguration {

  @Bean
  TownTrials townTrials(
      RuleTrials trials, TownCompliances towns, Reference reference, DistrictClock clock) {
    return new TownTrials(trials, towns, reference, clock);
  }
}
