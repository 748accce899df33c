package cn.jianfu.web.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Positions in lists as opaque texts, signed so that only our own come back, and only to the list
 * and order that they were made for.
 */
public final class Cursors {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SIGNATURE = 12;
  private static final int LONGEST = 2_000;

  private final SecretKeySpec key;
  private final String list;

  /** All instances of a service share the secret, or a cursor is good for one of them only. */
  public Cursors(byte[] secret) {
    this(new SecretKeySpec(secret, ALGORITHM), "");
  }

  private Cursors(SecretKeySpec key, String list) {
    this.key = key;
    this.list = list;
  }

  /** Cursors of one list, not good for any other. */
  public Cursors of(String name) {
    return new Cursors(key, name);
  }

  public String write(String order, List<String> position) {
    var content = join(position);
    var signature = sign(order, content);
    var all = ByteBuffer.allocate(SIGNATURE + content.length).put(signature).put(content).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * The position that was written.
   *
   * @throws cn.jianfu.web.problem.ProblemException when it was not written here, or for another
   *     order
   */
  public List<String> read(String order, String cursor) {
    if (cursor.length() > LONGEST) {
      throw PagingProblems.badCursor();
    }
    try {
      var all = Base64.getUrlDecoder().decode(cursor);
      var content = Arrays.copyOfRange(all, Math.min(SIGNATURE, all.length), all.length);
      var signature = Arrays.copyOf(all, SIGNATURE);
      if (!MessageDigest.isEqual(signature, sign(order, content))) {
        throw PagingProblems.badCursor();
      }
      return split(content);
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw PagingProblems.badCursor();
    }
  }

  private byte[] sign(String order, byte[] content) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(list.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(order.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(content), SIGNATURE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each part with its length in front, so that any text can be a part. */
  private static byte[] join(List<String> parts) {
    var encoded = parts.stream().map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
    int length = encoded.stream().mapToInt(bytes -> bytes.length + Short.BYTES).sum();
    var content = ByteBuffer.allocate(length);
    for (var bytes : encoded) {
      content.putShort((short) bytes.length).put(bytes);
    }
    return content.array();
  }

  private static List<String> split(byte[] content) throws CharacterCodingException {
    var parts = new ArrayList<String>();
    var rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      var part = rest.slice(rest.position() + Short.BYTES, rest.getShort(rest.position()));
      parts.add(StandardCharsets.UTF_8.newDecoder().decode(part.duplicate()).toString());
      rest.position(rest.position() + Short.BYTES + part.capacity());
    }
    return List.copyOf(parts);
  }
}
