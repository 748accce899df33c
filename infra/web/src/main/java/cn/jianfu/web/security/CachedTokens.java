package cn.jianfu.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Remembers tokens that were found valid, by their hash: checking an RSA signature at every request
 * would take a good part of a core.
 */
final class CachedTokens implements ReactiveAuthenticationManager {

  /** A key that the issuer has withdrawn is not trusted for longer than this. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Duration ISSUER_ANSWERS_WITHIN = Duration.ofSeconds(10);

  private static final int MOST = 10_000;

  private final ReactiveAuthenticationManager checking;
  private final Cache<ByteBuffer, Authentication> valid;
  private final Clock clock;

  CachedTokens(ReactiveAuthenticationManager checking, Clock clock) {
    this.checking = checking;
    this.clock = clock;
    this.valid =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<ByteBuffer, Authentication>creating((_, known) -> ttlOf(known)))
            .build();
  }

  @Override
  public Mono<Authentication> authenticate(Authentication presented) {
    if (!(presented instanceof BearerTokenAuthenticationToken bearer)) {
      return checking.authenticate(presented);
    }
    var key = hash(bearer.getToken());
    var known = valid.getIfPresent(key);
    if (known != null && expiryOf(known).isAfter(clock.instant())) {
      return Mono.just(known);
    }
    return checking
        .authenticate(presented)
        .timeout(ISSUER_ANSWERS_WITHIN)
        .doOnNext(found -> valid.put(key, found))
        .onErrorMap(CachedTokens::isOutage, CachedTokens::unavailable);
  }

  /** Anything but "this token is not good": its keys could not be read, for one. */
  private static boolean isOutage(Throwable failure) {
    return !(failure instanceof AuthenticationException);
  }

  private static AuthenticationException unavailable(Throwable why) {
    return new AuthenticationServiceException("the issuer cannot be asked", why);
  }

  private Duration ttlOf(Authentication known) {
    var left = Duration.between(clock.instant(), expiryOf(known));
    return left.isNegative() ? Duration.ZERO : left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }

  /** A token that does not say when it ends is never taken from the cache. */
  private static Instant expiryOf(Authentication known) {
    var expiry =
        known instanceof JwtAuthenticationToken token ? token.getToken().getExpiresAt() : null;
    return expiry == null ? Instant.MIN : expiry;
  }

  private static ByteBuffer hash(String token) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
