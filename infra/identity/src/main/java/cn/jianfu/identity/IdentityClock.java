package cn.jianfu.identity;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
class IdentityClock {

  /** The real time, as in the tokens, also where the services beside us are given another. */
  @Bean
  @Primary
  Clock realTime() {
    return Clock.systemUTC();
  }
}
