package cn.jianfu.identity.client;

import cn.jianfu.identity.SeedClient;
import cn.jianfu.identity.Vocabulary;
import cn.jianfu.identity.problem.Declined;
import cn.jianfu.identity.problem.Declined.FieldError;
import cn.jianfu.identity.user.Passwords;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What administrators do with the programs that ask for tokens. */
@Component
public class ClientAdministration {

  private final Clients clients;
  private final Passwords secrets;
  private final PasswordEncoder encoder;
  private final Vocabulary vocabulary;
  private final Clock clock;

  ClientAdministration(
      Clients clients,
      Passwords secrets,
      PasswordEncoder encoder,
      Vocabulary vocabulary,
      Clock clock) {
    this.clients = clients;
    this.secrets = secrets;
    this.encoder = encoder;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /** A client, and its first or new secret the one time that it can be read. */
  record WithSecret(Client client, @Nullable String secret) {}

  Client get(String id) {
    return clients.find(id).orElseThrow(() -> Declined.unknown("client"));
  }

  WithSecret put(String id, Client.Profile profile) {
    requireValid(id, profile);
    String secret = secrets.forPrograms();
    if (clients.add(fresh(id, profile, secret))) {
      return new WithSecret(get(id), secret);
    }
    clients.change(id, profile);
    return new WithSecret(get(id), null);
  }

  WithSecret rotateSecret(String id) {
    Client client = get(id);
    String secret = secrets.forPrograms();
    clients.secret(client.id(), hash(secret), clock.instant());
    return new WithSecret(get(id), secret);
  }

  Client enable(String id, boolean enabled) {
    Client client = get(id);
    clients.enable(client.id(), enabled);
    return get(id);
  }

  /**
   * Creates the client when absent. Of an existing one the addresses follow the seed when it says
   * others than at the start before; the rest is left as it is.
   */
  public void seed(SeedClient seed) {
    Client.Profile profile =
        new Client.Profile(
            seed.name(),
            seed.roles(),
            seed.unit(),
            seed.redirectUris(),
            seed.postLogoutRedirectUris());
    requireValid(seed.id(), profile);
    if (clients.find(seed.id()).isEmpty()) {
      clients.add(fresh(seed.id(), profile, seed.secret()));
    }
    if (profile.isWeb()) {
      clients.follow(seed.id(), profile);
    }
  }

  private Client fresh(String id, Client.Profile profile, String secret) {
    Instant now = clock.instant();
    return new Client(id, profile, true, hash(secret), now, now);
  }

  private String hash(String secret) {
    return Objects.requireNonNull(encoder.encode(secret));
  }

  private void requireValid(String id, Client.Profile profile) {
    List<FieldError> wrong = new ArrayList<>(vocabulary.wrongId(id));
    wrong.addAll(profile.isWeb() ? wrongWeb(profile) : wrongSystem(profile));
    if (!wrong.isEmpty()) {
      throw Declined.invalid(wrong);
    }
  }

  private List<FieldError> wrongSystem(Client.Profile profile) {
    List<FieldError> wrong = new ArrayList<>(vocabulary.wrongRoles(profile.roles()));
    if (profile.roles().isEmpty()) {
      wrong.add(new FieldError("/roles", "missing"));
    }
    wrong.addAll(vocabulary.wrongUnit(profile.unit()));
    if (!profile.postLogoutRedirectUris().isEmpty()) {
      wrong.add(new FieldError("/redirectUris", "missing"));
    }
    return wrong;
  }

  /** The people who log in bring their roles and unit; the console has none of its own. */
  private static List<FieldError> wrongWeb(Client.Profile profile) {
    List<FieldError> wrong = new ArrayList<>();
    if (!profile.roles().isEmpty()) {
      wrong.add(new FieldError("/roles", "not-for-web"));
    }
    if (profile.unit() != null) {
      wrong.add(new FieldError("/unit", "not-for-web"));
    }
    wrong.addAll(wrongUris("/redirectUris/", profile.redirectUris()));
    wrong.addAll(wrongUris("/postLogoutRedirectUris/", profile.postLogoutRedirectUris()));
    return wrong;
  }

  private static List<FieldError> wrongUris(String pointer, List<String> uris) {
    List<FieldError> wrong = new ArrayList<>();
    for (int at = 0; at < uris.size(); at++) {
      if (!isWebAddress(uris.get(at))) {
        wrong.add(new FieldError(pointer + at, "uri"));
      }
    }
    return wrong;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getUserInfo() == null
          && uri.getFragment() == null;
    } catch (java.net.URISyntaxException malformed) {
      return false;
    }
  }
}
