package cn.jianfu.identity.security;

import cn.jianfu.identity.user.PasswordLogin;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The pages that people see. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

  @Bean
  @Order(3)
  SecurityFilterChain pages(
      HttpSecurity http, PasswordLogin login, ContentSecurity content, Environment environment) {
    // On the issuer's own port they are nobody's; on one of their own, of whoever reaches it.
    boolean metrics = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
    return http.authenticationManager(new ProviderManager(login))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/login", "/error", "/assets/**", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator/prometheus")
                .access((_, _) -> new AuthorizationDecision(metrics))
                .anyRequest()
                .authenticated())
        .formLogin(form -> form.loginPage("/login").failureHandler(why()))
        .logout(logout -> logout.logoutSuccessUrl("/login?out"))
        .headers(headers ->
            headers
                .addHeaderWriter(content)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  private static AuthenticationFailureHandler why() {
    return (_, response, problem) -> response.sendRedirect("/login?problem=" + word(problem));
  }

  private static String word(AuthenticationException problem) {
    return switch (problem) {
      case LockedException _ -> "locked";
      case DisabledException _ -> "disabled";
      default -> "wrong";
    };
  }
}
