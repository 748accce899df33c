package cn.jianfu.report.clock;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  /** Whoever runs the service may give it a clock; it is the district's zone that counts then. */
  @Bean
  DistrictClock reportClock(
      ObjectProvider<Clock> given, @Value("${jianfu.clock.zone:Asia/Shanghai}") ZoneId zone) {
    return new DistrictClock(given.getIfUnique(Clock::systemUTC).withZone(zone));
  }
}
