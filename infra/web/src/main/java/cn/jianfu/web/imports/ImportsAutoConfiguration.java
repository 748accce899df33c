package cn.jianfu.web.imports;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Uploads of sheets for every reactive service. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(FileLimits.class)
final class ImportsAutoConfiguration {

  @Bean
  Uploads uploads(FileLimits limits) {
    return new Uploads(limits);
  }
}
