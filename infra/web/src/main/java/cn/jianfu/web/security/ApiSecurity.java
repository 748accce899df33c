package cn.jianfu.web.security;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemWriter;
import cn.jianfu.web.problem.WebProblems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What every chain of the API has: bearer tokens, no session, problems as answers. */
public final class ApiSecurity {

  private final ReactiveAuthenticationManager tokens;
  private final ProblemWriter problems;

  ApiSecurity(ReactiveAuthenticationManager tokens, ProblemWriter problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  /** Makes a chain stateless and lets it take the issuer's tokens. */
  public ServerHttpSecurity applyTo(ServerHttpSecurity http) {
    return http.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
        .csrf(ServerHttpSecurity.CsrfSpec::disable)
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt -> jwt.authenticationManager(tokens))
                .authenticationEntryPoint(this::unauthenticated)
                .accessDeniedHandler((exchange, _) -> forbidden(exchange)))
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint(this::unauthenticated)
                .accessDeniedHandler((exchange, _) -> forbidden(exchange)));
  }

  private Mono<Void> unauthenticated(ServerWebExchange exchange, AuthenticationException why) {
    var sent = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    var challenge = sent ? "Bearer error=\"invalid_token\"" : "Bearer";
    exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
    return problems.write(exchange, Problem.of(WebProblems.UNAUTHENTICATED));
  }

  private Mono<Void> forbidden(ServerWebExchange exchange) {
    return problems.write(exchange, Problem.of(WebProblems.FORBIDDEN));
  }
}
