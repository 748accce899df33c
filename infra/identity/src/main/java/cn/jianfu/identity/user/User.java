package cn.jianfu.identity.user;

import java.time.Instant;
import java.util.List;

/** A person as stored; the password only as its hash. */
public record User(
    String id,
    Profile profile,
    boolean enabled,
    String passwordHash,
    boolean passwordChangeDue,
    Instant createdAt,
    Instant passwordChangedAt) {

  /** What administrators change. */
  public record Profile(String name, List<String> roles, String unit) {

    public Profile {
      roles = List.copyOf(roles);
    }
  }

  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
