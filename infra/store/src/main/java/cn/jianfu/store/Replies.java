package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;

/** The shapes of answers on the wire. */
final class Replies {
  private Replies() {}

  static Document ok(Document answer) {
    return answer.append("ok", 1.0);
  }

  static Document cursor(String namespace, String batchName, List<Document> batch, long cursorId) {
    return ok(
        new Document(
            "cursor",
            new Document("id", cursorId).append("ns", namespace).append(batchName, batch)));
  }

  static Document writeError(int index, MongoServerException e) {
    return error(new Document("index", index), e);
  }

  static Document failure(MongoServerException e) {
    return error(new Document("ok", 0.0), e);
  }

  private static Document error(Document answer, MongoServerException e) {
    answer.put("errmsg", e.getMessageWithoutErrorCode());
    if (e instanceof MongoServerError error) {
      answer.put("code", error.getCode());
      answer.putIfNotNull("codeName", error.getCodeName());
    }
    return answer;
  }
}
