package cn.jianfu.web.drain;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/** A drain for every reactive service; how long it lasts is {@code jianfu.web.drain}. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class DrainAutoConfiguration {

  @Bean
  Drain drain(ApplicationContext service, @Value("${jianfu.web.drain:0s}") Duration lasts) {
    return new Drain(service, lasts);
  }
}
