package cn.jianfu.report.metric;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricConfiguration {

  @Bean
  MetricCatalogue metricCatalogue() {
    return new MetricCatalogue();
  }
}
