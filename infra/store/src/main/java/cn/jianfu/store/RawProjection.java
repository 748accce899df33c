package cn.jianfu.store;

import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks the fields of a projection out of a document's bytes, without taking the document apart.
 * Only for projections that name fields to show; whatever else there is, is left to the library.
 */
final class RawProjection {

  private static final int HEAD = 4;

  private static final byte DOUBLE = 0x01;
  private static final byte STRING = 0x02;
  private static final byte EMBEDDED = 0x03;
  private static final byte ARRAY = 0x04;
  private static final byte BINARY = 0x05;
  private static final byte OBJECT_ID = 0x07;
  private static final byte BOOLEAN = 0x08;
  private static final byte DATE = 0x09;
  private static final byte NULL = 0x0a;
  private static final byte INT = 0x10;
  private static final byte TIMESTAMP = 0x11;
  private static final byte LONG = 0x12;
  private static final byte DECIMAL = 0x13;

  /** A field to show: all of it, or those within it. */
  private record Shown(Map<String, Shown> within) {
    boolean isWhole() {
      return within.isEmpty();
    }
  }

  /** The same by the bytes of its name, so that a document's names need not be made texts. */
  private static final class Field {
    final byte[] name;
    final List<Field> within;

    Field(String name, Shown shown) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.within = allOf(shown.within());
    }

    static List<Field> allOf(Map<String, Shown> level) {
      return level.entrySet().stream()
          .map(each -> new Field(each.getKey(), each.getValue()))
          .toList();
    }

    boolean isWhole() {
      return within.isEmpty();
    }
  }

  private final List<Field> fields;

  private RawProjection(List<Field> fields) {
    this.fields = fields;
  }

  /** Null when the projection does more than show fields. */
  static @Nullable RawProjection of(Document projection) {
    Map<String, Shown> fields = new HashMap<>();
    fields.put("_id", new Shown(Map.of()));
    for (var entry : projection.entrySet()) {
      boolean shows =
          Boolean.TRUE.equals(entry.getValue())
              || (entry.getValue() instanceof Number number && number.doubleValue() == 1);
      if (!shows || entry.getKey().indexOf('$') >= 0 || !added(fields, entry.getKey())) {
        return null;
      }
    }
    return new RawProjection(Field.allOf(fields));
  }

  /** False when one path is within another, of which it is not said which one counts. */
  private static boolean added(Map<String, Shown> into, String path) {
    if (path.equals("_id")) {
      return true;
    }
    Map<String, Shown> level = into;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      boolean isNew = !level.containsKey(names[i]);
      Shown shown = level.computeIfAbsent(names[i], _ -> new Shown(new HashMap<>()));
      if (!isNew && shown.isWhole()) {
        return false;
      }
      level = shown.within();
    }
    return level.put(names[names.length - 1], new Shown(Map.of())) == null;
  }

  /** The document that is shown; null when there is something in it that only the library reads. */
  byte @Nullable [] of(byte[] document) {
    Copy copy = new Copy(document);
    return copy.embedded(0, fields) < 0 ? null : copy.shown();
  }

  /** One document on its way. */
  private static final class Copy {

    private final byte[] from;
    private final byte[] to;
    private int length;

    Copy(byte[] from) {
      this.from = from;
      this.to = new byte[from.length];
    }

    byte[] shown() {
      return Arrays.copyOf(to, length);
    }

    /** Copies what is shown of the document that begins here; where it ends, or less than 0. */
    int embedded(int begin, List<Field> fields) {
      int end = begin + number(begin);
      int head = length;
      length += HEAD;
      int at = begin + HEAD;
      while (at < end - 1) {
        int value = nameEnd(at + 1) + 1;
        int next = value + size(from[at], value);
        Field shown = named(at + 1, value - 1, fields);
        if (next <= value && from[at] != NULL) {
          return -1;
        }
        if (shown != null && shown.isWhole()) {
          copy(at, next);
        } else if (shown != null && from[at] == EMBEDDED) {
          copy(at, value);
          if (embedded(value, shown.within) < 0) {
            return -1;
          }
        } else if (shown != null && from[at] == ARRAY) {
          return -1;
        }
        at = next;
      }
      to[length++] = 0;
      put(head, length - head);
      return end;
    }

    private void copy(int begin, int end) {
      System.arraycopy(from, begin, to, length, end - begin);
      length += end - begin;
    }

    private int nameEnd(int at) {
      int end = at;
      while (from[end] != 0) {
        end++;
      }
      return end;
    }

    private @Nullable Field named(int begin, int end, List<Field> fields) {
      for (int i = 0; i < fields.size(); i++) {
        byte[] name = fields.get(i).name;
        if (name.length == end - begin && Arrays.equals(name, 0, name.length, from, begin, end)) {
          return fields.get(i);
        }
      }
      return null;
    }

    /** How many bytes a value takes; less than 0 for types that are not stored here. */
    private int size(byte type, int at) {
      return switch (type) {
        case DOUBLE, DATE, TIMESTAMP, LONG -> 8;
        case STRING -> HEAD + number(at);
        case EMBEDDED, ARRAY -> number(at);
        case BINARY -> HEAD + 1 + number(at);
        case OBJECT_ID -> 12;
        case BOOLEAN -> 1;
        case NULL -> 0;
        case INT -> 4;
        case DECIMAL -> 16;
        default -> -1;
      };
    }

    private int number(int at) {
      return (from[at] & 0xff)
          | (from[at + 1] & 0xff) << 8
          | (from[at + 2] & 0xff) << 16
          | (from[at + 3] & 0xff) << 24;
    }

    private void put(int at, int number) {
      to[at] = (byte) number;
      to[at + 1] = (byte) (number >> 8);
      to[at + 2] = (byte) (number >> 16);
      to[at + 3] = (byte) (number >> 24);
    }
  }
}
