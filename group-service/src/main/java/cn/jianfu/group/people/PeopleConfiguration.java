package cn.jianfu.group.people;

import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PeopleProperties.class, RetentionProperties.class})
class PeopleConfiguration {

  @Bean
  PersonRefs personRefs(PeopleProperties properties) {
    return new PersonRefs(
        properties.key().getBytes(StandardCharsets.UTF_8), properties.keyVersion());
  }
}
