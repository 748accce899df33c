package cn.jianfu.group.clock;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
class ClockConfiguration {

  /** A runtime that brings a clock of its own is followed. */
  @Bean
  DistrictClock groupServiceClock(ClockProperties properties, ObjectProvider<Clock> clocks) {
    return new DistrictClock(clocks.getIfUnique(Clock::systemUTC), properties.zone());
  }
}
