package cn.jianfu.identity.seed;

import cn.jianfu.identity.IdentitySeed;
import cn.jianfu.identity.IdentitySettings;
import cn.jianfu.identity.client.ClientAdministration;
import cn.jianfu.identity.problem.Declined;
import cn.jianfu.identity.user.UserAdministration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Creates what the seeds name and the store does not have, before the first request. */
@Component
class Seeding implements SmartInitializingSingleton {

  private final UserAdministration users;
  private final ClientAdministration clients;
  private final IdentitySettings settings;
  private final ObjectProvider<IdentitySeed> seeds;

  Seeding(
      UserAdministration users,
      ClientAdministration clients,
      IdentitySettings settings,
      ObjectProvider<IdentitySeed> seeds) {
    this.users = users;
    this.clients = clients;
    this.settings = settings;
    this.seeds = seeds;
  }

  @Override
  public void afterSingletonsInstantiated() {
    plant(settings.seed());
    seeds.orderedStream().forEach(this::plant);
  }

  private void plant(IdentitySeed seed) {
    seed.users().forEach(user -> named(user.toString(), () -> users.seed(user)));
    seed.clients().forEach(client -> named(client.toString(), () -> clients.seed(client)));
  }

  private static void named(String seed, Runnable planting) {
    try {
      planting.run();
    } catch (Declined declined) {
      throw new IllegalStateException(
          "the configured " + seed + " is not valid: " + declined.explained(), declined);
    }
  }
}
