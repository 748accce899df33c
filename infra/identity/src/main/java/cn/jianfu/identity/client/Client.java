package cn.jianfu.identity.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program as stored; its secret only as a hash. */
public record Client(
    String id,
    Profile profile,
    boolean enabled,
    String secretHash,
    Instant createdAt,
    Instant secretChangedAt) {

  /**
   * What administrators change: a web console has redirect addresses, a system roles and a unit.
   */
  public record Profile(
      String name,
      List<String> roles,
      @Nullable String unit,
      List<String> redirectUris,
      List<String> postLogoutRedirectUris) {

    public Profile {
      roles = List.copyOf(roles);
      redirectUris = List.copyOf(redirectUris);
      postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
    }

    public boolean isWeb() {
      return !redirectUris.isEmpty();
    }
  }

  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
