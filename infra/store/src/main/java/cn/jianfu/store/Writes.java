package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The commands insert, update and delete, statement by statement. */
final class Writes {
  private Writes() {}

  static Document insert(StoreCollection collection, Document command) {
    List<Document> documents = Fields.documents(command, "documents");
    List<Document> errors = collection.insertDocuments(documents, isOrdered(command));
    int inserted = documents.size() - errors.size();
    if (!errors.isEmpty() && isOrdered(command)) {
      inserted = Fields.number(errors.getFirst(), "index");
    }
    return answer(new Document("n", inserted), errors);
  }

  /** One statement at a time through the library, which alone can read array filters. */
  static Document update(Document command, UnaryOperator<Document> one) {
    int matched = 0;
    int modified = 0;
    List<Document> upserted = new ArrayList<>();
    List<Document> errors = new ArrayList<>();
    List<Document> updates = Fields.documents(command, "updates");
    for (int i = 0; i < updates.size(); i++) {
      Document result = one.apply(updates.get(i));
      matched += Fields.number(result, "n");
      modified += Fields.number(result, "nModified");
      for (Document upsert : Fields.documents(result, "upserted")) {
        upserted.add(upsert.append("index", i));
      }
      for (Document error : Fields.documents(result, "writeErrors")) {
        errors.add(error.append("index", i));
      }
      if (!errors.isEmpty() && isOrdered(command)) {
        break;
      }
    }
    Document answer = new Document("n", matched).append("nModified", modified);
    if (!upserted.isEmpty()) {
      answer.put("upserted", upserted);
    }
    return answer(answer, errors);
  }

  static Document delete(StoreCollection collection, Document command) {
    int deleted = 0;
    List<Document> errors = new ArrayList<>();
    List<Document> deletes = Fields.documents(command, "deletes");
    for (int i = 0; i < deletes.size(); i++) {
      Document statement = deletes.get(i);
      try {
        int limit = Fields.number(statement, "limit");
        deleted +=
            collection.deleteDocuments(Fields.document(statement, "q"), limit, NoopOplog.get());
      } catch (MongoServerException e) {
        errors.add(Replies.writeError(i, e));
        if (isOrdered(command)) {
          break;
        }
      }
    }
    return answer(new Document("n", deleted), errors);
  }

  private static Document answer(Document answer, List<Document> errors) {
    if (!errors.isEmpty()) {
      answer.put("writeErrors", errors);
    }
    return Replies.ok(answer);
  }

  private static boolean isOrdered(Document command) {
    return Utils.isTrue(command.getOrDefault("ordered", true));
  }
}
