package cn.jianfu.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The properties {@code jianfu.identity.*}; their usual values are in {@code identity.yml}.
 *
 * @param consoles addresses of one web console: what clients say of the first holds at the others
 */
@Validated
@ConfigurationProperties("jianfu.identity")
public record IdentitySettings(
    @NotNull URI issuer,
    @NotEmpty List<String> audience,
    @NotEmpty List<String> roles,
    @NotNull String adminRole,
    @NotNull Pattern unitPattern,
    @NotNull Duration clientTokenLife,
    @NotNull Duration userTokenLife,
    @NotNull Duration refreshTokenLife,
    @Min(8) int passwordLength,
    @Valid @NotNull Lockout lockout,
    @DefaultValue List<String> consoles,
    @DefaultValue List<SeedUser> users,
    @DefaultValue List<SeedClient> clients) {

  /** So many failures within a window close the account for a while. */
  public record Lockout(@Min(1) int failures, @NotNull Duration within, @NotNull Duration lasts) {}

  /** The seed that comes from properties. */
  public IdentitySeed seed() {
    return new IdentitySeed(users, clients.stream().map(this::atEveryConsole).toList());
  }

  private SeedClient atEveryConsole(SeedClient client) {
    if (consoles.isEmpty() || consoles.getFirst().isBlank()) {
      return client;
    }
    List<String> others = consoles.stream().skip(1).filter(other -> !other.isBlank()).toList();
    return client.alsoAt(consoles.getFirst(), others);
  }
}
