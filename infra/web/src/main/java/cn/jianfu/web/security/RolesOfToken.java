package cn.jianfu.web.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/** Claim {@code roles} becomes the authorities {@code ROLE_…}. */
final class RolesOfToken implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

  @Override
  public Mono<AbstractAuthenticationToken> convert(Jwt token) {
    var authorities =
        rolesOf(token).stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    return Mono.just(new JwtAuthenticationToken(token, authorities));
  }

  static Set<String> rolesOf(Jwt token) {
    return token.getClaims().get("roles") instanceof List<?> roles
        ? roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
