package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Fields of a command that must be there and of a type; anything else is declined. */
final class Fields {
  private static final int TYPE_MISMATCH = 14;

  private Fields() {}

  static String text(Document command, String name) {
    return of(String.class, command.get(name), name);
  }

  static int number(Document command, String name) {
    return of(Number.class, command.get(name), name).intValue();
  }

  static int number(Document command, String name, int otherwise) {
    return command.get(name) == null ? otherwise : number(command, name);
  }

  static Document document(Document command, String name) {
    return of(Document.class, command.get(name), name);
  }

  static Document documentOrEmpty(Document command, String name) {
    return command.get(name) == null ? new Document() : document(command, name);
  }

  static List<Document> documents(Document command, String name) {
    List<?> elements =
        command.get(name) == null ? List.of() : of(List.class, command.get(name), name);
    return elements.stream().map(element -> of(Document.class, element, name)).toList();
  }

  private static <T> T of(Class<T> type, @Nullable Object value, String name) {
    if (!type.isInstance(value)) {
      throw new MongoServerError(
          TYPE_MISMATCH,
          "TypeMismatch",
          "field '%s' must be a %s".formatted(name, type.getSimpleName().toLowerCase(Locale.ROOT)));
    }
    return type.cast(value);
  }
}
