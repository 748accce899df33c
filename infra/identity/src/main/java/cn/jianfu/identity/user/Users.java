package cn.jianfu.identity.user;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The collection {@code users}. */
@Component
public class Users {

  private final MongoCollection<Document> users;

  Users(MongoDatabase database) {
    users = database.getCollection("users");
  }

  public Optional<User> find(String id) {
    return Optional.ofNullable(users.find(eq("_id", id)).first()).map(Users::read);
  }

  public List<User> after(String id, int limit) {
    return users
        .find(gt("_id", id))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .map(Users::read)
        .into(new ArrayList<>());
  }

  public boolean anotherEnabledHas(String role, String exceptId) {
    return users.find(eq("enabled", true)).map(Users::read).into(new ArrayList<>()).stream()
        .anyMatch(user -> user.profile().roles().contains(role) && !user.id().equals(exceptId));
  }

  /** False when the id is taken; the stored user then stays as it is. */
  public boolean add(User user) {
    return Documents.insertWhenAbsent(users, write(user));
  }

  public void change(String id, User.Profile profile) {
    update(
        id,
        combine(
            set("name", profile.name()),
            set("roles", profile.roles()),
            set("unit", profile.unit())));
  }

  public void enable(String id, boolean enabled) {
    update(id, set("enabled", enabled));
  }

  public void password(String id, String hash, boolean changeDue, Instant now) {
    update(
        id,
        combine(
            set("passwordHash", hash),
            set("passwordChangeDue", changeDue),
            set("passwordChangedAt", Date.from(now))));
  }

  private void update(String id, Bson change) {
    users.updateOne(eq("_id", id), change);
  }

  private static Document write(User user) {
    return new Document("_id", user.id())
        .append("name", user.profile().name())
        .append("roles", user.profile().roles())
        .append("unit", user.profile().unit())
        .append("enabled", user.enabled())
        .append("passwordHash", user.passwordHash())
        .append("passwordChangeDue", user.passwordChangeDue())
        .append("createdAt", Date.from(user.createdAt()))
        .append("passwordChangedAt", Date.from(user.passwordChangedAt()));
  }

  private static User read(Document stored) {
    return new User(
        string(stored, "_id"),
        new User.Profile(string(stored, "name"), strings(stored, "roles"), string(stored, "unit")),
        stored.getBoolean("enabled", false),
        string(stored, "passwordHash"),
        stored.getBoolean("passwordChangeDue", false),
        Objects.requireNonNull(Documents.instant(stored, "createdAt")),
        Objects.requireNonNull(Documents.instant(stored, "passwordChangedAt")));
  }
}
