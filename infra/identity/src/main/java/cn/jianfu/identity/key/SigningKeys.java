package cn.jianfu.identity.key;

import cn.jianfu.identity.store.Documents;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * The collection {@code keys}, newest first: the newest signs, the older ones still verify what
 * they signed. The private halves are stored as they are; the store's access control guards them.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

  // Another instance may have rotated.
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final MongoCollection<Document> keys;
  private final Clock clock;
  private volatile Loaded loaded = new Loaded(new JWKSet(), Instant.MIN);

  SigningKeys(MongoDatabase database, Clock clock) {
    this.keys = database.getCollection("keys");
    this.clock = clock;
    if (stored().isEmpty()) {
      add(1);
    }
    load();
  }

  private record Loaded(JWKSet set, Instant at) {}

  /** A key as administrators see it. */
  public record Described(String id, Instant createdAt, boolean signs) {}

  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) {
    if (loaded.at().plus(FRESH).isBefore(clock.instant())) {
      load();
    }
    return selector.select(loaded.set());
  }

  /** A new key signs from now on; by number, so that two rotations at once make one. */
  public Described rotate() {
    int newest = stored().getFirst().getInteger("_id");
    add(newest + 1);
    load();
    return describe().getFirst();
  }

  public List<Described> describe() {
    List<Described> described = new ArrayList<>();
    for (Document key : stored()) {
      described.add(
          new Described(
              parse(key).getKeyID(), key.getDate("createdAt").toInstant(), described.isEmpty()));
    }
    return described;
  }

  private void load() {
    loaded =
        new Loaded(new JWKSet(stored().stream().map(SigningKeys::parse).toList()), clock.instant());
  }

  private List<Document> stored() {
    return keys.find().sort(Sorts.descending("_id")).into(new ArrayList<>());
  }

  private void add(int number) {
    Documents.insertWhenAbsent(
        keys,
        new Document("_id", number)
            .append("createdAt", Date.from(clock.instant()))
            .append("jwk", generate().toJSONString()));
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("this JVM makes no RSA keys", impossible);
    }
  }

  private static JWK parse(Document key) {
    try {
      return JWK.parse(Documents.string(key, "jwk"));
    } catch (ParseException damaged) {
      throw new IllegalStateException(
          "the stored signing key " + key.get("_id") + " is damaged", damaged);
    }
  }
}
