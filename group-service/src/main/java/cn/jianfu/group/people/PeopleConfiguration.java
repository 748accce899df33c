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
    PersonRefs refs = refs(properties.key(), properties.keyVersion());
    return properties.formerKey().isEmpty()
        ? refs
        : refs.after(refs(properties.formerKey(), properties.formerKeyVersion()));
  }

  private static PersonRefs refs(String key, String version) {
    return new PersonRefs(key.getBytes(StandardCharsets.UTF_8), version);
  }
}
