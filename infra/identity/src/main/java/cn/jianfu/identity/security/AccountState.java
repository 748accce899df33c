package cn.jianfu.identity.security;

import cn.jianfu.identity.user.User;
import cn.jianfu.identity.user.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before somebody who is logged in gets a code: is the account still open, the password current?
 */
@Component
class AccountState extends OncePerRequestFilter {

  private final Users users;
  private final HttpSessionRequestCache requests = new HttpSessionRequestCache();

  AccountState(Users users) {
    this.users = users;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().equals("/oauth2/authorize");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication current = SecurityContextHolder.getContext().getAuthentication();
    if (current == null || current instanceof AnonymousAuthenticationToken) {
      chain.doFilter(request, response);
      return;
    }
    Optional<User> user = users.find(current.getName()).filter(User::enabled);
    if (user.isEmpty()) {
      request.getSession().invalidate();
      response.sendRedirect("/login?problem=disabled");
    } else if (user.get().passwordChangeDue()) {
      requests.saveRequest(request, response);
      response.sendRedirect("/password?due");
    } else {
      chain.doFilter(request, response);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OnlyInItsChain {

    /** Or Boot would put the filter in front of everything. */
    @Bean
    FilterRegistrationBean<AccountState> accountStateIsNoServletFilter(AccountState filter) {
      FilterRegistrationBean<AccountState> registration = new FilterRegistrationBean<>(filter);
      registration.setEnabled(false);
      return registration;
    }
  }
}
