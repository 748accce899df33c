package cn.jianfu.web.ratelimit;

import cn.jianfu.web.problem.ProblemAutoConfiguration;
import cn.jianfu.web.problem.ProblemWriter;
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
  RateLimit rateLimit(LimitProperties limits, ProblemWriter problems) {
    return new RateLimit(limits, problems);
  }

  @Bean
  AdmissionLimit admissionLimit(LimitProperties limits, ProblemWriter problems) {
    return new AdmissionLimit(limits, problems);
  }
}
