package cn.jianfu.identity.user;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import cn.jianfu.identity.IdentitySettings;
import cn.jianfu.identity.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Component;

/**
 * The collection {@code loginAttempts}: counts attempts per login name, known or not, so that the
 * answer does not tell which names exist.
 */
@Component
class LoginAttempts {

  private static final FindOneAndUpdateOptions UPSERT =
      new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> attempts;
  private final IdentitySettings.Lockout lockout;
  private final Clock clock;

  LoginAttempts(MongoDatabase database, IdentitySettings settings, Clock clock) {
    this.attempts = database.getCollection("loginAttempts");
    this.lockout = settings.lockout();
    this.clock = clock;
  }

  /** Counts before the password is looked at, so that parallel guesses count too. */
  void begin(String login) {
    Instant now = clock.instant();
    Document seen = attempts.find(eq("_id", login)).first();
    if (seen != null && isOver(seen, now)) {
      attempts.deleteOne(eq("_id", login));
    }
    Document counted =
        attempts.findOneAndUpdate(
            eq("_id", login),
            combine(
                inc("count", 1), set("last", Date.from(now)), setOnInsert("first", Date.from(now))),
            UPSERT);
    if (counted != null && counted.getInteger("count", 0) > lockout.failures()) {
      throw new LockedException("too many failed logins");
    }
  }

  /** Says at once when this failure was one too many. */
  void failed(String login) {
    Document counted = attempts.find(eq("_id", login)).first();
    if (counted != null && counted.getInteger("count", 0) >= lockout.failures()) {
      attempts.updateOne(
          eq("_id", login), set("lockedUntil", Date.from(clock.instant().plus(lockout.lasts()))));
      throw new LockedException("too many failed logins");
    }
  }

  void succeeded(String login) {
    attempts.deleteOne(eq("_id", login));
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void sweep() {
    Instant old = clock.instant().minus(lockout.within()).minus(lockout.lasts());
    attempts.deleteMany(lt("last", Date.from(old)));
  }

  private boolean isOver(Document seen, Instant now) {
    Instant lockedUntil = Documents.instant(seen, "lockedUntil");
    Instant ends = lockedUntil == null ? windowEnd(seen) : lockedUntil;
    return ends == null || !now.isBefore(ends);
  }

  private @Nullable Instant windowEnd(Document seen) {
    Instant first = Documents.instant(seen, "first");
    return first == null ? null : first.plus(lockout.within());
  }
}
