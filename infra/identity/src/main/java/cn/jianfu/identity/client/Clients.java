package cn.jianfu.identity.client;

import static cn.jianfu.identity.store.Documents.string;
import static cn.jianfu.identity.store.Documents.strings;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import cn.jianfu.identity.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The collection {@code clients}. */
@Component
public class Clients {

  private static final String REDIRECT = "redirectUris";
  private static final String LOGOUT = "postLogoutRedirectUris";

  /** The addresses that configuration said at the last start at which it said others. */
  private static final String SEEDED = "seeded";

  private final MongoCollection<Document> clients;

  Clients(MongoDatabase database) {
    clients = database.getCollection("clients");
  }

  public Optional<Client> find(String id) {
    return Optional.ofNullable(clients.find(eq("_id", id)).first()).map(Clients::read);
  }

  List<Client> after(String id, int limit) {
    return clients
        .find(gt("_id", id))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .map(Clients::read)
        .into(new ArrayList<>());
  }

  /** Where a browser may be sent after a login, as origins. */
  public Set<String> redirectOrigins() {
    return clients.find(eq("enabled", true)).map(Clients::read).into(new ArrayList<>()).stream()
        .flatMap(client -> client.profile().redirectUris().stream())
        .map(URI::create)
        .map(uri -> uri.getScheme() + "://" + uri.getAuthority())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** False when the id is taken; the stored client then stays as it is. */
  boolean add(Client client) {
    return Documents.insertWhenAbsent(clients, write(client));
  }

  void change(String id, Client.Profile profile) {
    update(
        id,
        combine(
            set("name", profile.name()),
            set("roles", profile.roles()),
            set("unit", profile.unit()),
            set(REDIRECT, profile.redirectUris()),
            set(LOGOUT, profile.postLogoutRedirectUris())));
  }

  /**
   * Lets addresses follow those of configuration: what it does not say any more goes, what it says
   * for the first time comes, and what administrators did stays.
   */
  void follow(String id, Client.Profile seed) {
    Document stored = clients.find(eq("_id", id)).first();
    if (stored == null) {
      return;
    }
    Document before = stored.get(SEEDED, new Document());
    Document said =
        new Document(REDIRECT, seed.redirectUris()).append(LOGOUT, seed.postLogoutRedirectUris());
    if (!said.equals(before)) {
      update(
          id,
          combine(
              set(REDIRECT, followed(REDIRECT, stored, before, said)),
              set(LOGOUT, followed(LOGOUT, stored, before, said)),
              set(SEEDED, said)));
    }
  }

  private static List<String> followed(
      String field, Document stored, Document before, Document said) {
    Set<String> followed = new LinkedHashSet<>(strings(stored, field));
    List<String> earlier = before.getList(field, String.class, List.of());
    List<String> now = strings(said, field);
    earlier.stream().filter(it -> !now.contains(it)).forEach(followed::remove);
    now.stream().filter(it -> !earlier.contains(it)).forEach(followed::add);
    return List.copyOf(followed);
  }

  void enable(String id, boolean enabled) {
    update(id, set("enabled", enabled));
  }

  void secret(String id, String hash, Instant now) {
    update(id, combine(set("secretHash", hash), set("secretChangedAt", Date.from(now))));
  }

  private void update(String id, Bson change) {
    clients.updateOne(eq("_id", id), change);
  }

  private static Document write(Client client) {
    Client.Profile profile = client.profile();
    return new Document("_id", client.id())
        .append("name", profile.name())
        .append("roles", profile.roles())
        .append("unit", profile.unit())
        .append(REDIRECT, profile.redirectUris())
        .append(LOGOUT, profile.postLogoutRedirectUris())
        .append("enabled", client.enabled())
        .append("secretHash", client.secretHash())
        .append("createdAt", Date.from(client.createdAt()))
        .append("secretChangedAt", Date.from(client.secretChangedAt()));
  }

  private static Client read(Document stored) {
    return new Client(
        string(stored, "_id"),
        new Client.Profile(
            string(stored, "name"),
            strings(stored, "roles"),
            stored.getString("unit"),
            strings(stored, REDIRECT),
            strings(stored, LOGOUT)),
        stored.getBoolean("enabled", false),
        string(stored, "secretHash"),
        Objects.requireNonNull(Documents.instant(stored, "createdAt")),
        Objects.requireNonNull(Documents.instant(stored, "secretChangedAt")));
  }
}
