package cn.jianfu.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A collection: rows in insertion order, indexes over them, one writer at a time, free readers. */
final class StoreCollection extends AbstractMongoCollection<Row> {
  private final StoredRows rows;
  private final ReentrantLock lock = new ReentrantLock();
  private final QueryMatcher matcher = new DefaultQueryMatcher();
  private final Effect.Log log;
  private final String namespace;
  private volatile List<StoreIndex> storeIndexes = List.of();

  // Under the lock.
  private List<Effect> effects = new ArrayList<>();
  private boolean firstMatchOnly;

  StoreCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      CursorRegistry cursors,
      Map<Long, byte[]> recovered,
      Effect.Log log) {
    super(database, name, options, cursors);
    this.log = log;
    this.namespace = database.getDatabaseName() + "." + name;
    this.rows = new StoredRows(recovered);
  }

  /** Runs as the only writer; what it did goes to the log as one, even when it fails half way. */
  private <T extends @Nullable Object> T writing(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      try {
        if (lock.getHoldCount() == 1 && !effects.isEmpty()) {
          List<Effect> done = effects;
          effects = new ArrayList<>();
          log.append(done);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void writing(Runnable work) {
    this.<@Nullable Void>writing(() -> {
      work.run();
      return null;
    });
  }

  // ---- reading

  /** Documents that match, in order, read while they are asked for. */
  Stream<Document> find(Document query, @Nullable Document orderBy, int skip, int limit) {
    Plan plan = Planner.plan(storeIndexes, query, orderBy);
    Iterator<Row> candidates = plan == null ? rows.all(isNaturalDescending(orderBy)) : plan.rows();
    boolean inOrder = (plan != null && plan.sorted()) || deriveComparator(orderBy) == null;
    boolean firstFew = limit > 0 && inOrder;
    // What is read one by one may have moved since the index was asked, except its _id.
    Document residual =
        plan == null || (firstFew && !plan.isPrimary()) ? query : plan.residual(query);
    Stream<Document> found =
        contents(candidates, firstFew)
            .map(Documents::documentOf)
            .filter(document -> matcher.matches(document, residual));
    if (!inOrder) {
      found = found.sorted(Objects.requireNonNull(deriveComparator(orderBy)));
    }
    found = skip > 0 ? found.skip(skip) : found;
    return limit > 0 ? found.limit(limit) : found;
  }

  /** The same as the bytes to answer with; untouched where the index alone tells what matches. */
  Stream<byte[]> answers(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      @Nullable Document projection) {
    boolean anyOrder = orderBy == null || orderBy.isEmpty();
    if (anyOrder && limit == 0) {
      Plan plan = Planner.plan(storeIndexes, query, null);
      if (plan != null && plan.residual(query).isEmpty()) {
        return projected(contents(plan.rows(), false).skip(skip), projection);
      }
    }
    return find(query, orderBy, skip, limit)
        .map(document -> Documents.bytesOf(projected(document, projection)));
  }

  private Stream<byte[]> projected(Stream<byte[]> found, @Nullable Document projection) {
    if (projection == null || projection.isEmpty()) {
      return found;
    }
    RawProjection raw = RawProjection.of(projection);
    return found.map(content -> {
      byte[] picked = raw == null ? null : raw.of(content);
      return picked == null
          ? Documents.bytesOf(projected(Documents.documentOf(content), projection))
          : picked;
    });
  }

  /** All as of one moment; or, when only the first few count, as of when each is read. */
  private Stream<byte[]> contents(Iterator<Row> candidates, boolean firstFew) {
    if (firstFew) {
      return StoredRows.contents(candidates);
    }
    lock.lock();
    try {
      return StoredRows.contents(candidates).toList().stream();
    } finally {
      lock.unlock();
    }
  }

  /** Each row as it is when it is reached. */
  Iterable<Effect.Put> rows() {
    return () ->
        rows.now().map(row -> new Effect.Put(namespace, row.position(), row.content())).iterator();
  }

  /** One document as a projection shows it. */
  Document projected(Document document, @Nullable Document projection) {
    return projection == null || projection.isEmpty()
        ? document
        : matchDocumentsFromStream(new Document(), Stream.of(document), 0, 0, 0, null, projection)
            .iterator()
            .next();
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    boolean writing = lock.isHeldByCurrentThread();
    Stream<Document> found =
        find(query, orderBy, skip, writing && firstMatchOnly ? 1 : limit)
            .map(document -> projected(document, projection));
    return new QueryResult(found.toList());
  }

  @Override
  public int count(@Nullable Document query, int skip, int limit) {
    return query == null || query.isEmpty()
        ? super.count(query, skip, limit)
        : (int) find(query, null, skip, limit).count();
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
  }

  @Override
  protected boolean documentMatchesQuery(Document document, Document query) {
    return matcher.matches(document, query);
  }

  @Override
  protected Stream<DocumentWithPosition<Row>> streamAllDocumentsWithPosition() {
    return rows.stream().map(row -> new DocumentWithPosition<>(getDocument(row), row));
  }

  @Override
  protected Document getDocument(Row row) {
    return Documents.documentOf(Objects.requireNonNull(row.content, "the row was removed"));
  }

  @Override
  public int count() {
    return rows.size();
  }

  // ---- writing

  @Override
  public void addDocument(Document document) {
    writing(() -> super.addDocument(document));
  }

  @Override
  protected Row addDocumentInternal(Document document) {
    byte[] content = Documents.bytesOf(document);
    Row row = rows.add(content);
    effects.add(new Effect.Put(namespace, row.position, content));
    return row;
  }

  @Override
  public List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
    return writing(() -> super.insertDocuments(documents, isOrdered));
  }

  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    return writing(() -> {
      PlainUpdate plain = arrayFilters.isEmpty() ? PlainUpdate.of(update) : null;
      Document done =
          plain == null ? null : plainWrites().update(plain, selector, isMulti, isUpsert);
      if (done != null) {
        return done;
      }
      firstMatchOnly = !isMulti;
      try {
        return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
      } finally {
        firstMatchOnly = false;
      }
    });
  }

  private PlainWrites plainWrites() {
    return new PlainWrites(this, storeIndexes, this::put);
  }

  @Override
  protected void handleUpdate(Row row, Document before, Document after) {
    put(row, Documents.bytesOf(after));
  }

  private void put(Row row, byte[] content) {
    row.content = content;
    effects.add(new Effect.Put(namespace, row.position, content));
  }

  @Override
  public Document findAndModify(Document query) {
    return writing(() -> super.findAndModify(query));
  }

  @Override
  public int deleteDocuments(Document selector, int limit, Oplog oplog) {
    return writing(() -> super.deleteDocuments(selector, limit, oplog));
  }

  @Override
  public void removeDocument(Document document) {
    writing(() -> {
      Row row = rowOf(document);
      if (row != null) {
        storeIndexes.forEach(index -> index.remove(document, row));
        removeDocument(row);
      }
    });
  }

  private @Nullable Row rowOf(Document document) {
    for (StoreIndex index : storeIndexes) {
      if (index.isPrimary()) {
        return index.getPosition(document);
      }
    }
    return findDocumentPosition(document);
  }

  @Override
  protected void removeDocument(Row row) {
    rows.remove(row);
    effects.add(new Effect.Remove(namespace, row.position));
  }

  // ---- indexes

  @Override
  public void addIndex(Index<Row> index) {
    writing(() -> {
      boolean isNew =
          storeIndexes.stream().noneMatch(known -> known.getName().equals(index.getName()));
      if (isNew) {
        fill(index);
      }
      super.addIndex(index);
      publishIndexes();
    });
  }

  private void fill(Index<Row> index) {
    try {
      for (Row row : rows.stream().toList()) {
        Document document = getDocument(row);
        index.checkAdd(document, this);
        index.add(document, row, this);
      }
    } catch (MongoServerError e) {
      throw new IndexBuildFailedException(e, this);
    }
  }

  @Override
  public void dropIndex(String name) {
    writing(() -> {
      super.dropIndex(name);
      publishIndexes();
    });
  }

  private void publishIndexes() {
    storeIndexes = getIndexes().stream().map(StoreIndex.class::cast).toList();
  }

  /** Forgets everything; the indexes are gone before. */
  @Override
  public void drop() {
    writing(() -> {
      super.drop();
      rows.clear();
      effects.add(new Effect.Drop(namespace));
    });
  }

  // ---- size

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int sizeDelta) {}

  @Override
  protected int getDataSize() {
    return (int) Math.min(rows.bytes(), Integer.MAX_VALUE);
  }
}
