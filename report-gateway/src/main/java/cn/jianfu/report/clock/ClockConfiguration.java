package cn.jianfu.report.clock;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  /** Whoever runs the service may give it a clock of its own. */
  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  DistrictClock reportClock(Clock clock, @Value("${jianfu.clock.zone:Asia/Shanghai}") ZoneId zone) {
    return new DistrictClock(clock.withZone(zone));
  }
}
