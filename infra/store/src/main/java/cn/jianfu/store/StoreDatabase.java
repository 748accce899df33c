package cn.jianfu.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database: writes run beside one another; a change of collections or indexes runs alone and
 * reaches the log as one.
 */
final class StoreDatabase extends AbstractMongoDatabase<Row> {
  private static final DatabaseResolver NO_OTHERS =
      name -> {
        throw new IllegalStateException("an update stays in its database");
      };

  private final Recovered recovered;
  private final Effect.Log log;
  private final Reads reads;
  private final Map<String, StoreCollection> opened = new ConcurrentHashMap<>();
  private final ReadWriteLock structure = new ReentrantReadWriteLock();
  // Under the exclusive structure lock: the library passes on only a part of the description.
  private @Nullable Document indexInTheMaking;

  StoreDatabase(String name, CursorRegistry cursors, Recovered recovered, Effect.Log log) {
    super(name, cursors);
    this.recovered = recovered;
    this.log = log;
    this.reads = new Reads(this, cursors);
    initializeNamespacesAndIndexes();
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    return switch (command) {
      case "find" -> reads.find(query);
      case "aggregate" -> reads.aggregate(query, databases);
      case "insert" -> writing(command, query, collection -> Writes.insert(collection, query));
      case "update" ->
          writing(
              command,
              query,
              collection -> Writes.update(query, one -> updateOne(channel, collection, one)));
      case "delete" -> writing(command, query, collection -> Writes.delete(collection, query));
      case "findAndModify" ->
          writing(command, query, collection -> collection.findAndModify(query));
      case "dropIndexes" -> alone(() -> dropIndexes(query));
      case "create", "createIndexes", "drop" ->
          alone(() -> super.handleCommand(channel, command, query, databases, oplog));
      default -> super.handleCommand(channel, command, query, databases, oplog);
    };
  }

  private Document updateOne(Channel channel, StoreCollection collection, Document statement) {
    if (!(statement.get("u") instanceof Document)) {
      throw new FailedToParseException("the in-process store has no updates by a pipeline");
    }
    Document command =
        new Document("update", collection.getCollectionName())
            .append("updates", List.of(statement));
    return super.handleCommand(channel, "update", command, NO_OTHERS, NoopOplog.get());
  }

  @Nullable StoreCollection collection(String name) {
    return (StoreCollection) resolveCollection(name, false);
  }

  // ---- locking

  private Document writing(
      String command, Document query, Function<StoreCollection, Document> work) {
    String name = Fields.text(query, command);
    if (name.startsWith("system.")) {
      throw new MongoServerError(73, "InvalidNamespace", "cannot write to " + name);
    }
    while (true) {
      structure.readLock().lock();
      try {
        StoreCollection collection = collection(name);
        if (collection != null) {
          return work.apply(collection);
        }
      } finally {
        structure.readLock().unlock();
      }
      alone(() -> resolveOrCreateCollection(name));
    }
  }

  private <T> T alone(Supplier<T> work) {
    structure.writeLock().lock();
    try {
      return log.together(work);
    } finally {
      structure.writeLock().unlock();
    }
  }

  // ---- structure

  @Override
  protected MongoCollection<Row> openOrCreateCollection(String name, CollectionOptions options) {
    StoreCollection collection =
        new StoreCollection(
            this, name, options, cursorRegistry, recovered.take(databaseName + "." + name), log);
    opened.put(name, collection);
    return collection;
  }

  /** With the two in which the database keeps its own structure. */
  Collection<StoreCollection> collections() {
    return opened.values();
  }

  @Override
  public void unregisterCollection(String name) {
    super.unregisterCollection(name);
    opened.remove(name);
  }

  @Override
  protected void addIndex(Document description) {
    IndexRules.check(description);
    // An index on a new collection makes its primary one on the way.
    Document outer = indexInTheMaking;
    indexInTheMaking = description;
    try {
      if (!isKnown(description)) {
        super.addIndex(description);
      }
    } finally {
      indexInTheMaking = outer;
    }
  }

  /** The library would look a known description up with its partial filter taken as a query. */
  private boolean isKnown(Document description) {
    StoreCollection collection = collection(collectionOf(description));
    StoreIndex index = IndexRules.indexOf(description);
    return collection != null
        && collection.getIndexes().stream()
            .anyMatch(
                known -> known.getName().equals(index.getName()) && known.hasSameOptions(index));
  }

  private String collectionOf(Document indexDescription) {
    return Fields.text(indexDescription, "ns").substring(databaseName.length() + 1);
  }

  @Override
  protected Index<Row> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return IndexRules.indexOf(description(collection, name));
  }

  @Override
  protected Index<Row> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return IndexRules.indexOf(description(collection, name));
  }

  private Document description(String collection, String name) {
    if (indexInTheMaking != null) {
      return indexInTheMaking;
    }
    return indexes
        .get()
        .handleQuery(new Document("ns", databaseName + "." + collection).append("name", name), 0, 1)
        .iterator()
        .next();
  }

  private Document dropIndexes(Document query) {
    StoreCollection collection = collection(Fields.text(query, "dropIndexes"));
    if (collection == null) {
      throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
    }
    IndexRules.toDrop(collection, query.get("index"))
        .forEach(name -> {
          collection.dropIndex(name);
          indexes
              .get()
              .deleteDocuments(
                  new Document("ns", collection.getFullName()).append("name", name), 1);
        });
    return Replies.ok(new Document());
  }

  /** Keeps the database itself, since writers may be about to use it. */
  @Override
  public void drop(Oplog oplog) {
    alone(() -> {
      userCollections().forEach(name -> dropCollection(name, oplog));
      return true;
    });
  }

  /** All collections but the two in which the database keeps its own structure. */
  List<String> userCollections() {
    List<String> names = new ArrayList<>();
    for (Document namespace : reads.all("system.namespaces")) {
      names.add(Fields.text(namespace, "name").substring(databaseName.length() + 1));
    }
    return names;
  }

  @Override
  public boolean isEmpty() {
    return userCollections().isEmpty();
  }

  // ---- what nobody asks for

  @Override
  protected void clearLastStatus(Channel channel) {}

  @Override
  protected void putLastResult(Channel channel, Document result) {}

  @Override
  protected long getFileSize() {
    return 0;
  }

  @Override
  protected long getStorageSize() {
    return 0;
  }
}
