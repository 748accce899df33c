package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;

/** Hands out a result in batches that fit into one message. */
final class ResultCursor extends AbstractCursor {
  private static final int FIRST_BATCH = 101;
  private static final int BATCH_BYTES = 12 << 20;

  private final Iterator<byte[]> documents;

  ResultCursor(long id, Iterator<byte[]> documents) {
    super(id);
    this.documents = documents;
  }

  List<Document> firstBatch(int batchSize) {
    return takeDocuments(batchSize > 0 ? batchSize : FIRST_BATCH);
  }

  @Override
  public synchronized boolean isEmpty() {
    return !documents.hasNext();
  }

  @Override
  public synchronized List<Document> takeDocuments(int numberToReturn) {
    RawDocuments batch = new RawDocuments();
    long bytes = 0;
    while ((numberToReturn <= 0 || batch.size() < numberToReturn)
        && bytes < BATCH_BYTES
        && documents.hasNext()) {
      byte[] document = documents.next();
      bytes += document.length;
      batch.addRaw(document);
    }
    return batch;
  }
}
