package cn.jianfu.web.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Makes the JSON mapper of a reactive service strict. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class StrictJsonAutoConfiguration {

  @Bean
  JsonFactoryBuilderCustomizer strictJsonFactory() {
    return StrictJson::limit;
  }

  @Bean
  JsonMapperBuilderCustomizer strictJsonMapper() {
    return StrictJson::strict;
  }
}
