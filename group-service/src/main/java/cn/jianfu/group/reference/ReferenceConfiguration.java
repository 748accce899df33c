package cn.jianfu.group.reference;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

  @Bean
  Reference reference() {
    return new Reference();
  }
}
