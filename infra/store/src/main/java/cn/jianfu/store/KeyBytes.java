package cn.jianfu.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes whose unsigned order is the order of the values, and which end themselves, so
 * that several can stand behind one another in a key.
 */
final class KeyBytes {
  private static final int MIN = 0x10;
  private static final int NULL = 0x14;
  static final int NUMBER = 0x20;
  static final int STRING = 0x24;
  static final int DOCUMENT = 0x28;
  private static final int ARRAY = 0x2c;
  private static final int BINARY = 0x30;
  private static final int LEGACY_UUID = 0x32;
  private static final int UUID_TYPE = 0x34;
  static final int OBJECT_ID = 0x38;
  static final int BOOLEAN = 0x3c;
  static final int DATE = 0x40;
  private static final int TIMESTAMP = 0x44;
  private static final int OTHER = 0x48;
  private static final int MAX = 0x70;

  private byte[] bytes;
  private int length;

  KeyBytes(int expectedLength) {
    bytes = new byte[expectedLength];
  }

  static byte[] of(@Nullable Object value) {
    return new KeyBytes(32).value(value).toBytes();
  }

  /** The same value in a descending part of a key. */
  static byte[] inverted(byte[] ascending) {
    byte[] inverted = new byte[ascending.length];
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (byte) ~ascending[i];
    }
    return inverted;
  }

  /** True where byte order and the order of sorted results are the same. */
  static boolean isSortable(@Nullable Object value) {
    return Missing.isNullOrMissing(value)
        || value instanceof Number
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Instant
        || value instanceof ObjectId;
  }

  KeyBytes value(@Nullable Object value) {
    switch (value) {
      case null -> put(NULL);
      case Missing _ -> put(NULL);
      case Number number -> put(NUMBER).number(number);
      case String text -> put(STRING).text(text);
      case Boolean flag -> put(BOOLEAN).put(flag ? 1 : 0);
      case Instant time -> put(DATE).sortable(time.toEpochMilli());
      case ObjectId id -> put(OBJECT_ID).raw(id.toByteArray());
      case UUID uuid -> put(UUID_TYPE).text(uuid.toString());
      case LegacyUUID uuid -> put(LEGACY_UUID).text(uuid.getUuid().toString());
      case BinData data -> put(BINARY).counted(data.getData());
      case Document document -> put(DOCUMENT).fields(document);
      case Collection<?> values -> put(ARRAY).elements(values);
      case BsonTimestamp timestamp -> put(TIMESTAMP).sortable(timestamp.getValue());
      case BsonRegularExpression expression -> put(OTHER).text(expression.toString());
      case MinKey _ -> put(MIN);
      case MaxKey _ -> put(MAX);
      default -> put(OTHER).text(value.toString());
    }
    return this;
  }

  /** Equal numbers of any type give equal bytes; whole numbers beyond 2^53 stay distinct. */
  private void number(Number number) {
    double value = number.doubleValue();
    long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
    sortable(bits < 0 ? ~bits ^ Long.MIN_VALUE : bits);
    int rest = number instanceof Long whole ? (int) (whole - (long) value) : 0;
    put((rest + 0x8000) >> 8).put(rest);
  }

  /** By UTF-16 units, which is how the query matcher compares strings. */
  private void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      int unit = text.charAt(i);
      if (unit == 0) {
        put(0).put(0xff);
      } else if (unit < 0x80) {
        put(unit);
      } else if (unit < 0x800) {
        put(0xc0 | (unit >> 6)).put(0x80 | (unit & 0x3f));
      } else {
        put(0xe0 | (unit >> 12)).put(0x80 | ((unit >> 6) & 0x3f)).put(0x80 | (unit & 0x3f));
      }
    }
    put(0).put(0);
  }

  /** By name, since documents are equal whatever the order of their fields. */
  private void fields(Document document) {
    for (var field : new TreeMap<>(document).entrySet()) {
      put(1).text(field.getKey());
      value(field.getValue());
    }
    put(0);
  }

  private void elements(Collection<?> values) {
    for (Object value : values) {
      put(1).value(value);
    }
    put(0);
  }

  private void counted(byte[] data) {
    raw(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array()).raw(data);
  }

  KeyBytes sortable(long value) {
    return raw(ByteBuffer.allocate(Long.BYTES).putLong(value ^ Long.MIN_VALUE).array());
  }

  KeyBytes raw(byte[] data) {
    ensure(data.length);
    System.arraycopy(data, 0, bytes, length, data.length);
    length += data.length;
    return this;
  }

  private KeyBytes put(int b) {
    ensure(1);
    bytes[length++] = (byte) b;
    return this;
  }

  private void ensure(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** The least key above all keys that begin with this one; null when there is none. */
  static byte @Nullable [] after(byte[] prefix) {
    for (int i = prefix.length - 1; i >= 0; i--) {
      if (prefix[i] != (byte) 0xff) {
        byte[] next = Arrays.copyOf(prefix, i + 1);
        next[i]++;
        return next;
      }
    }
    return null;
  }
}
