package cn.jianfu.group.access;

import cn.jianfu.web.headers.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Where a request came from, and what makes it safe to repeat.
 *
 * @param key the same for every repeat of the request
 * @param bodyHash of what was sent
 * @param time when the source says that it happened; null when it does not say
 */
public record Origin(String key, String bodyHash, String source, @Nullable Instant time) {

  /** What the service does by itself. */
  public static final String OWN = "/group-service";

  /** A request of its own right: repeating it is asking again. */
  public static Origin once(String source) {
    return new Origin(new ObjectId().toHexString(), "", source, null);
  }

  /** A request that the caller named by an Idempotency-Key, or one of its own right. */
  public static Origin of(String source, @Nullable String idempotencyKey, Object body) {
    if (idempotencyKey == null) {
      return once(source);
    }
    return new Origin(
        source + "#" + IdempotencyKey.read(idempotencyKey).value(),
        hash(body.toString()),
        source,
        null);
  }

  /**
   * The same for one kind of statement: statements of different kinds do not overtake each other.
   */
  public Origin about(String kind) {
    return new Origin(key, bodyHash, source + "#" + kind, time);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
