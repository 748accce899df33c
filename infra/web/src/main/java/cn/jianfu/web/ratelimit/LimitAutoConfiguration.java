package cn.jianfu.web.ratelimit;

import cn.jianfu.web.problem.ProblemAutoConfiguration;
import cn.jianfu.web.problem.ProblemWriter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Limits for every reactive service. */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(LimitProperties.class)
final class LimitAutoConfiguration {

  @Bean
  LimitMeters limitMeters(ObjectProvider<MeterRegistry> meters) {
    return new LimitMeters(meters.getIfAvailable(CompositeMeterRegistry::new));
  }

  @Bean
  RateLimit rateLimit(LimitProperties limits, ProblemWriter problems, LimitMeters meters) {
    return new RateLimit(limits, problems, meters);
  }

  @Bean
  AdmissionLimit admissionLimit(
      LimitProperties limits, ProblemWriter problems, LimitMeters meters) {
    return new AdmissionLimit(limits, problems, meters);
  }
}
