package cn.jianfu.identity.token;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import cn.jianfu.identity.user.Logins;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** The collection {@code authorizations}: who was given which code and tokens, until they lapse. */
@Component
class StoredAuthorizations implements OAuth2AuthorizationService, Logins {

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> authorizations;
  private final RegisteredClientRepository clients;
  private final AuthorizationDocument documents = new AuthorizationDocument();
  private final Clock clock;

  StoredAuthorizations(
      MongoDatabase database, @Lazy RegisteredClientRepository clients, Clock clock) {
    this.authorizations = database.getCollection("authorizations");
    this.clients = clients;
    this.clock = clock;
    authorizations.createIndex(Indexes.ascending(AuthorizationDocument.LOOKUP));
    authorizations.createIndex(Indexes.ascending(AuthorizationDocument.PRINCIPAL));
    authorizations.createIndex(Indexes.ascending(AuthorizationDocument.EXPIRES));
  }

  @Override
  public void save(OAuth2Authorization authorization) {
    authorizations.replaceOne(
        eq("_id", authorization.getId()), documents.write(authorization), UPSERT);
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    authorizations.deleteOne(eq("_id", authorization.getId()));
  }

  @Override
  public void endAllOf(String userId) {
    authorizations.deleteMany(
        and(eq(AuthorizationDocument.PRINCIPAL, userId), eq(AuthorizationDocument.PERSON, true)));
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return first(eq("_id", id));
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    OAuth2Authorization found =
        first(eq(AuthorizationDocument.LOOKUP, AuthorizationDocument.lookup(token)));
    return found == null || tokenType == null || documents.has(found, token, tokenType)
        ? found
        : null;
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void sweep() {
    authorizations.deleteMany(lt(AuthorizationDocument.EXPIRES, Date.from(clock.instant())));
  }

  private @Nullable OAuth2Authorization first(Bson filter) {
    Document stored = authorizations.find(filter).first();
    if (stored == null) {
      return null;
    }
    RegisteredClient client = clients.findById(AuthorizationDocument.clientOf(stored));
    // A disabled client has no authorizations.
    return client == null ? null : documents.read(stored, client);
  }
}
