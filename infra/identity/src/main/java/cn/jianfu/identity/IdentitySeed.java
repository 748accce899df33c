package cn.jianfu.identity;

import java.util.List;

/**
 * Users and clients that are created at start when they are absent. Of those that are there, only
 * the addresses of a web console change, when configuration says others than before.
 */
public record IdentitySeed(List<SeedUser> users, List<SeedClient> clients) {

  public IdentitySeed {
    users = List.copyOf(users);
    clients = List.copyOf(clients);
  }
}
