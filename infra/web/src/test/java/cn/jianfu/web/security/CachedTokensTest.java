package cn.jianfu.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

class CachedTokensTest {

  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final AtomicInteger checks = new AtomicInteger();
  private final TickingClock clock = new TickingClock();
  private final CachedTokens tokens = new CachedTokens(checking(), clock);

  @Test
  void aValidTokenIsCheckedOnceUntilItExpires() {
    tokens.authenticate(new BearerTokenAuthenticationToken("good")).block();
    tokens.authenticate(new BearerTokenAuthenticationToken("good")).block();
    assertThat(checks).hasValue(1);

    clock.now = START.plusSeconds(60);
    tokens.authenticate(new BearerTokenAuthenticationToken("good")).block();
    assertThat(checks).hasValue(2);
  }

  @Test
  void aTokenThatWasRefusedIsCheckedAgain() {
    for (int i = 0; i < 2; i++) {
      assertThat(
              tokens
                  .authenticate(new BearerTokenAuthenticationToken("bad"))
                  .onErrorComplete()
                  .blockOptional())
          .isEmpty();
    }
    assertThat(checks).hasValue(2);
  }

  private ReactiveAuthenticationManager checking() {
    return presented -> {
      checks.incrementAndGet();
      var value = ((BearerTokenAuthenticationToken) presented).getToken();
      return value.equals("good")
          ? Mono.just(new JwtAuthenticationToken(jwt(value), List.of()))
          : Mono.error(new BadCredentialsException("bad"));
    };
  }

  private static Jwt jwt(String value) {
    return Jwt.withTokenValue(value)
        .header("alg", "RS256")
        .subject("a")
        .expiresAt(START.plusSeconds(60))
        .build();
  }

  private static final class TickingClock extends Clock {
    private Instant now = START;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
