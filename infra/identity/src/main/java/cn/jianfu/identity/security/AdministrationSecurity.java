package cn.jianfu.identity.security;

import cn.jianfu.identity.IdentitySettings;
import cn.jianfu.identity.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** The administration API: a bearer token with the administrator's role, and no session. */
@Configuration(proxyBeanMethods = false)
class AdministrationSecurity {

  @Bean
  @Order(2)
  SecurityFilterChain administration(
      HttpSecurity http, IdentitySettings settings, ProblemWriter problems) {
    AuthenticationEntryPoint unknown =
        (request, response, _) -> {
          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
          problems.write(request, response, HttpStatus.UNAUTHORIZED, "token-needed");
        };
    return http.securityMatcher("/api/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(settings.adminRole()))
        .oauth2ResourceServer(tokens ->
            tokens
                .authenticationEntryPoint(unknown)
                .jwt(jwt -> jwt.jwtAuthenticationConverter(roles())))
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint(unknown)
                .accessDeniedHandler((request, response, _) ->
                    problems.write(request, response, HttpStatus.FORBIDDEN, "forbidden")))
        .build();
  }

  private static JwtAuthenticationConverter roles() {
    JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
    authorities.setAuthoritiesClaimName("roles");
    authorities.setAuthorityPrefix("ROLE_");
    JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
    converter.setJwtGrantedAuthoritiesConverter(authorities);
    return converter;
  }
}
