package cn.jianfu.web.intake;

import cn.jianfu.web.problem.DeclineMeters;
import cn.jianfu.web.problem.ProblemAutoConfiguration;
import cn.jianfu.web.problem.ProblemWriter;
import cn.jianfu.web.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** The intake of pushed events for every reactive service. */
@AutoConfiguration(after = ProblemAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(IntakeProperties.class)
final class IntakeAutoConfiguration {

  @Bean
  EventIntake eventIntake(
      IntakeProperties limits,
      JsonMapper json,
      Problems problems,
      ProblemWriter writer,
      DeclineMeters declines,
      ObjectProvider<MeterRegistry> meters) {
    var counters = new IntakeMeters(meters.getIfAvailable(CompositeMeterRegistry::new), declines);
    return new EventIntake(limits, json, problems, writer, counters);
  }
}
