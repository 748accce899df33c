package cn.jianfu.group.access;

import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
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

  /** A request that its source gave a name. */
  static Origin named(String source, String name, Object body) {
    return new Origin(source + "#" + name, hash(body.toString()), source, null);
  }

  /**
   * The same for one kind of statement: statements of different kinds do not overtake each other.
   */
  public Origin about(String kind) {
    return new Origin(key, bodyHash, source + "#" + kind, time);
  }

  /**
   * A command to one aggregate, of whatever version. Whether it is late is for the decider to say:
   * what it carries has a time of its own, or none.
   */
  public <S, D> Command<S, D> command(String id, Decider<S, D> decider) {
    return new Command<>(id, key, bodyHash, source, null, null, decider);
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
