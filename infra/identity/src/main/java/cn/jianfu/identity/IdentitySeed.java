package cn.jianfu.identity;

import java.util.List;

/** Users and clients that are created at start when they are absent, and never changed. */
public record IdentitySeed(List<SeedUser> users, List<SeedClient> clients) {

  public IdentitySeed {
    users = List.copyOf(users);
    clients = List.copyOf(clients);
  }
}
