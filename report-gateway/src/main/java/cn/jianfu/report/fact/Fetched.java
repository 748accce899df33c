package cn.jianfu.report.fact;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;

/**
 * A fact as it was fetched, not yet read: most that is fetched to see whether it has changed has
 * not, and reading it is the dear part.
 *
 * @param key tells it from the others of the town
 * @param digest of all that is in it
 */
record Fetched(FactKind kind, String key, Digest digest, RawBsonDocument raw) {

  /** What two facts share that say the same, and no others. */
  record Digest(long first, long second) {}

  static Fetched of(FactKind kind, RawBsonDocument raw) {
    return new Fetched(kind, kind + " " + raw.getString("_id").getValue(), digest(raw), raw);
  }

  Document read(Codec<Document> codec) {
    return raw.decode(codec);
  }

  private static Digest digest(RawBsonDocument raw) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(raw.getByteBuffer().asNIO());
      ByteBuffer bytes = ByteBuffer.wrap(sha.digest());
      return new Digest(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }
}
