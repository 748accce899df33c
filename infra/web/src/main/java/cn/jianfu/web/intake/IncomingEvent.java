package cn.jianfu.web.intake;

import cn.jianfu.web.headers.BodyHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed CloudEvent, its data not yet read.
 *
 * @param index place in the request, from 0
 * @param source who sends; with {@code id}, the key by which a repeat is recognised
 * @param extensions attributes that the specification does not name
 */
public record IncomingEvent(
    int index,
    String id,
    String source,
    String type,
    @Nullable String subject,
    @Nullable Instant time,
    Map<String, String> extensions,
    EventData data) {

  /** {@code source} and {@code id} in one; a line feed cannot be in either. */
  public String key() {
    return source + '\n' + id;
  }

  /** SHA-256 of type, subject and data, in hex: a repeat has the same one. */
  public String bodyHash() {
    MessageDigest digest = BodyHash.digest();
    digest.update(type.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update((subject == null ? "" : subject).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    data.update(digest);
    return HexFormat.of().formatHex(digest.digest());
  }
}
