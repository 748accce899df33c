package cn.jianfu.group.clock;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
class ClockConfiguration {

  @Bean
  DistrictClock districtClock(ClockProperties properties) {
    return new DistrictClock(Clock.systemUTC(), properties.zone());
  }
}
