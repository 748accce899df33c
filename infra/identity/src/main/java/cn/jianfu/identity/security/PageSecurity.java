package cn.jianfu.identity.security;

import cn.jianfu.identity.user.PasswordLogin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
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
  SecurityFilterChain pages(HttpSecurity http, PasswordLogin login, ContentSecurity content) {
    return http.authenticationManager(new ProviderManager(login))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/login", "/error", "/assets/**", "/actuator/health/**")
                .permitAll()
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
