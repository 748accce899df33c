package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import io.netty.channel.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** All databases of the store and the commands that belong to none of them. */
final class StoreBackend extends AbstractMongoBackend {
  // The protocol of MongoDB 5.0, which is what the library speaks.
  private static final int WIRE_VERSION = 13;
  private static final int MOST_STATEMENTS = 100_000;

  private final Map<String, StoreDatabase> databases = new ConcurrentHashMap<>();
  private final Recovered recovered;
  private final Effect.Log log;

  StoreBackend(Recovered recovered, Effect.Log log) {
    this.recovered = recovered;
    this.log = log;
    recovered.databases().forEach(this::resolveDatabase);
  }

  List<StoreCollection> collections() {
    return databases.values().stream()
        .flatMap(database -> database.collections().stream())
        .toList();
  }

  @Override
  protected StoreDatabase openOrCreateDatabase(String name) {
    return databases.computeIfAbsent(
        name, absent -> new StoreDatabase(absent, getCursorRegistry(), recovered, log));
  }

  @Override
  protected Set<String> listDatabaseNames() {
    Set<String> names = new TreeSet<>();
    databases.forEach((name, database) -> {
      if (!database.isEmpty()) {
        names.add(name);
      }
    });
    return names;
  }

  @Override
  public void dropDatabase(String name) {
    openOrCreateDatabase(name).drop(oplog);
  }

  @Override
  public Document handleCommand(
      Channel channel, String databaseName, String command, Document query) {
    return switch (command) {
      case "hello", "isMaster", "ismaster" -> greeting();
      case "renameCollection" ->
          throw new MongoServerError(
              115, "CommandNotSupported", "the in-process store has no renameCollection");
      default -> super.handleCommand(channel, databaseName, command, query);
    };
  }

  private static Document greeting() {
    return Replies.ok(
        new Document("helloOk", true)
            .append("ismaster", true)
            .append("isWritablePrimary", true)
            .append("maxBsonObjectSize", BsonConstants.MAX_BSON_OBJECT_SIZE)
            .append("maxMessageSizeBytes", MongoWireProtocolHandler.MAX_MESSAGE_SIZE_BYTES)
            .append("maxWriteBatchSize", MOST_STATEMENTS)
            .append("localTime", Instant.now())
            .append("minWireVersion", 0)
            .append("maxWireVersion", WIRE_VERSION)
            .append("readOnly", false));
  }
}
