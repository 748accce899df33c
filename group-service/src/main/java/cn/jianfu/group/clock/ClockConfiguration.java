package cn.jianfu.group.clock;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
class ClockConfiguration {

  /** A runtime that brings a clock of its own is followed. */
  @Bean
  DistrictClock groupServiceClock(
      ClockProperties properties, ObjectProvider<InstantSource> clocks) {
    return new DistrictClock(clocks.getIfUnique(InstantSource::system), properties.zone());
  }
}
