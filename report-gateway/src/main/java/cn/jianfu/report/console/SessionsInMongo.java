package cn.jianfu.report.console;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import cn.jianfu.report.clock.DistrictClock;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionStore;
import reactor.core.publisher.Mono;

/**
 * Sessions of the console in the store, so that any instance can answer any request. The store
 * holds a hash of the id: whoever reads a backup cannot take over a session.
 */
final class SessionsInMongo implements WebSessionStore, StoredSession.Writer {

  private static final String ATTRIBUTES = "attributes";
  private static final String ACCESSED = "accessedAt";
  private static final String EXPIRES = "expiresAt";
  private static final String CREATED = "createdAt";
  private static final String IDLE = "idleSeconds";

  private final MongoCollection<Document> sessions;
  private final SessionProperties limits;
  private final DistrictClock clock;
  private final Supplier<String> ids;

  SessionsInMongo(
      MongoCollection<Document> sessions,
      SessionProperties limits,
      DistrictClock clock,
      Supplier<String> ids) {
    this.sessions = sessions;
    this.limits = limits;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public Mono<WebSession> createWebSession() {
    return Mono.fromSupplier(() -> new StoredSession(this, clock, newId(), limits.login()));
  }

  @Override
  public Mono<WebSession> retrieveSession(String id) {
    return find(id).doOnNext(StoredSession::touch).cast(WebSession.class);
  }

  /** The session as stored, without counting as a use of it. */
  Mono<StoredSession> find(String id) {
    return Mono.from(sessions.find(eq("_id", hash(id))).first())
        .filter(found -> found.getDate(EXPIRES).toInstant().isAfter(clock.now()))
        .map(found -> read(id, found));
  }

  @Override
  public Mono<Void> removeSession(String id) {
    return delete(id);
  }

  @Override
  public Mono<WebSession> updateLastAccessTime(WebSession session) {
    if (session instanceof StoredSession stored) {
      stored.touch();
    }
    return Mono.just(session);
  }

  @Override
  public Mono<Void> insert(StoredSession session) {
    return Mono.from(sessions.insertOne(write(session))).then();
  }

  @Override
  public Mono<Void> update(StoredSession session, Map<String, Object> before) {
    var changes = new ArrayList<Bson>();
    changes.add(Updates.set(ACCESSED, Date.from(session.getLastAccessTime())));
    changes.add(Updates.set(EXPIRES, Date.from(expiry(session))));
    changes.add(Updates.set(IDLE, session.getMaxIdleTime().toSeconds()));
    for (var entry : session.getAttributes().entrySet()) {
      if (!entry.getValue().equals(before.get(entry.getKey()))) {
        changes.add(Updates.set(ATTRIBUTES + "." + entry.getKey(), entry.getValue()));
      }
    }
    for (var name : before.keySet()) {
      if (!session.getAttributes().containsKey(name)) {
        changes.add(Updates.unset(ATTRIBUTES + "." + name));
      }
    }
    return Mono.from(sessions.updateOne(eq("_id", hash(session.getId())), Updates.combine(changes)))
        .then();
  }

  @Override
  public Mono<Void> delete(String id) {
    return Mono.from(sessions.deleteOne(eq("_id", hash(id)))).then();
  }

  @Override
  public String newId() {
    return ids.get();
  }

  /**
   * Removes what has expired: reading already ignores it, so that doing it twice or late is safe.
   */
  Mono<Long> sweep() {
    return Mono.from(sessions.deleteMany(lt(EXPIRES, Date.from(clock.now()))))
        .map(result -> result.getDeletedCount());
  }

  private Document write(StoredSession session) {
    return new Document("_id", hash(session.getId()))
        .append(CREATED, Date.from(session.getCreationTime()))
        .append(ACCESSED, Date.from(session.getLastAccessTime()))
        .append(EXPIRES, Date.from(expiry(session)))
        .append(IDLE, session.getMaxIdleTime().toSeconds())
        .append(ATTRIBUTES, new Document(session.getAttributes()));
  }

  private StoredSession read(String id, Document found) {
    return new StoredSession(
        this,
        clock,
        id,
        found.getDate(CREATED).toInstant(),
        found.getDate(ACCESSED).toInstant(),
        Duration.ofSeconds(found.get(IDLE, Number.class).longValue()),
        found.get(ATTRIBUTES, Document.class));
  }

  private Instant expiry(StoredSession session) {
    var idle = session.getLastAccessTime().plus(session.getMaxIdleTime());
    var absolute = session.getCreationTime().plus(limits.absolute());
    return idle.isBefore(absolute) ? idle : absolute;
  }

  private static String hash(String id) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
