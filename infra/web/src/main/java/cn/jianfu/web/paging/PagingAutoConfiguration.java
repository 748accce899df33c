package cn.jianfu.web.paging;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Lists of every reactive service. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class PagingAutoConfiguration {

  /**
   * The usual secret only keeps cursors from being edited by accident: they open nothing, as each
   * page is authorised for itself.
   */
  @Bean
  @ConditionalOnMissingBean
  Cursors cursors(
      @Value("${jianfu.web.cursor-secret:${spring.application.name:service}}") String secret) {
    return new Cursors(secret.getBytes(StandardCharsets.UTF_8));
  }

  @Bean
  ChosenFields chosenFields(JsonMapper json) {
    return new ChosenFields(json);
  }

  @Bean
  WebFluxConfigurer pageArgument(Cursors cursors) {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new PageArgument(cursors));
      }
    };
  }
}
