package cn.jianfu.report.runtime;

import cn.jianfu.web.problem.ProblemBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

  @Bean
  ProblemBundle reportProblems() {
    return new ProblemBundle("cn.jianfu.report.problems");
  }
}
