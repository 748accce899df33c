package cn.jianfu.web.security;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemAutoConfiguration;
import cn.jianfu.web.problem.ProblemWriter;
import cn.jianfu.web.problem.WebProblems;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Every reactive service is a resource server: nothing is open that is not said to be. */
@AutoConfiguration(
    after = ProblemAutoConfiguration.class,
    afterName =
        "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive"
            + ".ReactiveOAuth2ResourceServerAutoConfiguration",
    beforeName =
        "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive"
            + ".ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
final class ApiSecurityAutoConfiguration {

  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
  private static final String DOCS_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

  @Bean
  ApiSecurity apiSecurity(ReactiveJwtDecoder decoder, ProblemWriter problems) {
    var checking = new JwtReactiveAuthenticationManager(decoder);
    checking.setJwtAuthenticationConverter(new RolesOfToken());
    return new ApiSecurity(new CachedTokens(checking, Clock.systemUTC()), problems);
  }

  @Bean
  @Order(0)
  SecurityWebFilterChain apiSecurityFilterChain(
      ServerHttpSecurity http, ApiSecurity security, ObjectProvider<ApiRules> rules) {
    return security
        .applyTo(http)
        .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**", "/actuator/**"))
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(API_POLICY)))
        .authorizeExchange(paths -> {
          paths.pathMatchers("/actuator/health/**", "/actuator/info").permitAll();
          rules.orderedStream().forEach(rule -> rule.apply(paths));
          paths.anyExchange().authenticated();
        })
        .build();
  }

  @Bean
  @Order(1)
  SecurityWebFilterChain apiDocsSecurityFilterChain(ServerHttpSecurity http, ApiSecurity security) {
    return security
        .applyTo(http)
        .securityMatcher(
            ServerWebExchangeMatchers.pathMatchers(
                "/v3/api-docs/**",
                "/v3/api-docs.yaml",
                "/swagger-ui.html",
                "/swagger-ui/**",
                "/webjars/swagger-ui/**"))
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(DOCS_POLICY)))
        .authorizeExchange(paths -> paths.anyExchange().permitAll())
        .build();
  }

  /** A service with pages puts its own chain before this one. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityWebFilterChain remainingSecurityFilterChain(
      ServerHttpSecurity http, ApiSecurity security) {
    return security
        .applyTo(http)
        .authorizeExchange(paths -> paths.anyExchange().authenticated())
        .build();
  }

  /**
   * Metrics on a port of their own are for whoever reaches it: a network's inside, and a scraper
   * that must not depend on the issuer of tokens being well. On the port of the API they need one.
   */
  @Bean
  @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
  ApiRules metricsOnTheirOwnPort() {
    return paths -> paths.pathMatchers("/actuator/prometheus").permitAll();
  }

  /** Requests that the firewall stops: traversal, encoded slashes, control characters. */
  @Bean
  ServerExchangeRejectedHandler rejectedRequests(ProblemWriter problems) {
    return (exchange, _) -> problems.write(exchange, Problem.of(WebProblems.BAD_REQUEST));
  }

  /** A request is observed as a whole; an observation of each filter costs, and tells nothing. */
  @Bean
  @ConditionalOnMissingBean
  SecurityObservationSettings noObservationOfEachFilter() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  WebFluxConfigurer callerArgument() {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(new CallerArgument());
      }
    };
  }
}
