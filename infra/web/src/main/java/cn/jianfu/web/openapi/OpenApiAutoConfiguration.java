package cn.jianfu.web.openapi;

import cn.jianfu.web.paging.PageRequest;
import cn.jianfu.web.security.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** OpenAPI of every reactive service: title, tokens, problems, and the query of lists. */
@AutoConfiguration(beforeName = "org.springdoc.core.configuration.SpringDocConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class OpenApiAutoConfiguration {

  private static final String TOKEN = "token";

  static {
    // Not sent by clients as they are: one comes from the token, the other from the query.
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, PageRequest.class);
  }

  @Bean
  @ConditionalOnMissingBean
  OpenAPI openApi(@Value("${spring.application.name:service}") String name) {
    var token =
        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT");
    return new OpenAPI()
        .info(new Info().title(name).version("v1"))
        .components(new Components().addSecuritySchemes(TOKEN, token))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  @Bean
  OpenApiCustomizer problemsInOpenApi() {
    return new ProblemResponses();
  }

  @Bean
  OperationCustomizer pagesInOpenApi() {
    return new PageParameters();
  }
}
