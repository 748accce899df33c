package cn.jianfu.web.security;

import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.WebProblems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Who calls, as the token says. Handler methods take it as an argument.
 *
 * @param subject user or client, unique with {@code issuer}
 * @param roles as the issuer names them
 * @param unit code of the organisational unit that the caller belongs to
 * @param name of a person, to be shown; null for machines
 */
public record Caller(
    String issuer, String subject, Set<String> roles, String unit, @Nullable String name) {

  public boolean has(String role) {
    return roles.contains(role);
  }

  public boolean hasAny(String... any) {
    return List.of(any).stream().anyMatch(roles::contains);
  }

  /** Ends the request with 403 unless the caller has one of the roles. */
  public void mustHave(String... any) {
    if (!hasAny(any)) {
      throw Problem.of(WebProblems.FORBIDDEN).toException();
    }
  }

  /** Ends the request with 403 unless {@code other} is the caller's unit or below it. */
  public void mustReach(String other, UnitTree tree) {
    if (!tree.within(other, unit)) {
      throw Problem.of(WebProblems.FORBIDDEN).toException();
    }
  }

  /** The caller of the request under way; 401 when there is none, 403 without a unit. */
  public static Mono<Caller> current() {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(SecurityContext::getAuthentication)
        .map(Caller::of)
        .switchIfEmpty(Mono.error(() -> Problem.of(WebProblems.UNAUTHENTICATED).toException()));
  }

  public static Caller of(Authentication authentication) {
    if (!(authentication instanceof JwtAuthenticationToken token)) {
      throw Problem.of(WebProblems.UNAUTHENTICATED).toException();
    }
    return of(token.getToken());
  }

  static Caller of(Jwt token) {
    var unit = token.getClaimAsString("unit");
    var subject = token.getSubject();
    if (unit == null || unit.isBlank() || subject == null) {
      throw Problem.of(WebProblems.FORBIDDEN).toException();
    }
    return new Caller(
        String.valueOf(token.getClaimAsString("iss")),
        subject,
        RolesOfToken.rolesOf(token),
        unit,
        token.getClaimAsString("name"));
  }
}
