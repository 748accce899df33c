package cn.jianfu.identity.store;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * A ping, because not every compatible server knows the command that Boot's own indicator sends.
 */
@Component("storeHealthIndicator")
class StoreHealth extends AbstractHealthIndicator {

  private final MongoDatabase database;

  StoreHealth(MongoDatabase database) {
    super("the store does not answer");
    this.database = database;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    database.runCommand(new Document("ping", 1));
    health.up();
  }
}
