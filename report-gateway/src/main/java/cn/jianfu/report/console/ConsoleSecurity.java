package cn.jianfu.report.console;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.security.web.server.csrf.XorServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import reactor.core.publisher.Mono;

/** Guards everything that the API's own chains, which come first, do not answer. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  private static final String[] OPEN = {
    "/assets/**", "/login", "/logged-out", "/language", "/favicon.ico"
  };

  @Bean
  @Order(100) // after those of the API, before the one that turns everybody away
  SecurityWebFilterChain consoleChain(
      ServerHttpSecurity http,
      ReactiveClientRegistrationRepository registrations,
      LoginProperties login,
      SessionProperties limits,
      RandomKeys random) {
    var back = new ReturnAddress(limits.secureCookie());
    var signIn = new SignIn(limits.cookie(), back);
    var users = new UserInSession(limits);
    var logout = new Logout(login);
    var denied = new Denied(signIn);
    return http.authorizeExchange(paths ->
            paths.pathMatchers(OPEN).permitAll().anyExchange().access(ConsoleSecurity::may))
        .securityContextRepository(users)
        .oauth2Login(it ->
            it.clientRegistrationRepository(registrations)
                .securityContextRepository(users)
                .authorizationRequestRepository(new LoginInSession())
                .authorizationRequestResolver(withPkce(registrations))
                .authorizedClientRepository(new TokenInSession(registrations))
                .authenticationSuccessHandler(back)
                .authenticationFailureHandler(signIn::failed))
        .logout(it -> it.logoutHandler(logout).logoutSuccessHandler(logout))
        .csrf(it ->
            it.csrfTokenRepository(new CsrfInSession(random))
                .csrfTokenRequestHandler(alsoInForms())
                .accessDeniedHandler(denied))
        .requestCache(it -> it.requestCache(NoOpServerRequestCache.getInstance()))
        .exceptionHandling(it -> it.authenticationEntryPoint(signIn).accessDeniedHandler(denied))
        .headers(it -> headers(it, login))
        .build();
  }

  /** A form that sends a file says its token among its parts. */
  private static ServerCsrfTokenRequestHandler alsoInForms() {
    var handler = new XorServerCsrfTokenRequestAttributeHandler();
    handler.setTokenFromMultipartDataEnabled(true);
    return handler;
  }

  private static Mono<AuthorizationResult> may(
      Mono<Authentication> who, AuthorizationContext where) {
    var path = where.getExchange().getRequest().getPath().pathWithinApplication().value();
    return who.filter(login -> login.getPrincipal() instanceof OidcUser)
        .flatMap(login -> may(ConsoleUsers.of(login), path))
        .defaultIfEmpty(new AuthorizationDecision(false));
  }

  /** A page that is not for the user is, for the user, not there. */
  private static Mono<AuthorizationResult> may(ConsoleUser user, String path) {
    return user.mayEnter() && !user.mayOpen(path)
        ? NotFound.here()
        : Mono.just(new AuthorizationDecision(user.mayEnter()));
  }

  private static DefaultServerOAuth2AuthorizationRequestResolver withPkce(
      ReactiveClientRegistrationRepository registrations) {
    var resolver = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
    resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return resolver;
  }

  private static void headers(HeaderSpec headers, LoginProperties login) {
    headers
        .contentSecurityPolicy(it -> it.policyDirectives(policy(login)))
        .referrerPolicy(it -> it.policy(ReferrerPolicy.SAME_ORIGIN))
        .frameOptions(it -> it.mode(Mode.DENY))
        .permissionsPolicy(it -> it.policy("camera=(), geolocation=(), microphone=()"));
  }

  private static String policy(LoginProperties login) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self' " + origin(login),
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }

  /** The form that logs out is redirected to the issuer, which counts as its target. */
  private static String origin(LoginProperties login) {
    if (login.endSession().isEmpty()) {
      return "";
    }
    var uri = URI.create(login.endSession());
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
