package cn.jianfu.identity.store;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The few things that every collection here does in the same way. */
public final class Documents {

  private static final int DUPLICATE_KEY = 11_000;

  private Documents() {}

  /** False when the id is taken. */
  public static boolean insertWhenAbsent(MongoCollection<Document> into, Document document) {
    try {
      into.insertOne(document);
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getCode() == DUPLICATE_KEY) {
        return false;
      }
      throw refused;
    }
  }

  public static List<String> strings(Document document, String field) {
    return document.getList(field, String.class, List.of());
  }

  public static String string(Document document, String field) {
    String value = document.getString(field);
    if (value == null) {
      throw new IllegalStateException(
          "the stored document " + document.get("_id") + " has no " + field);
    }
    return value;
  }

  public static @Nullable Instant instant(Document document, String field) {
    Date value = document.getDate(field);
    return value == null ? null : value.toInstant();
  }
}
