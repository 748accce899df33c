package cn.jianfu.web.headers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells a repeated request from another one under the same key. */
public final class BodyHash {

  private BodyHash() {}

  /** SHA-256 in hex of a JSON text, the same with any white space between its tokens. */
  public static String of(byte[] json) {
    var digest = digest();
    update(digest, json, 0, json.length);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A digest to feed with {@link #update} and more. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Feeds a part of a JSON text, without its white space. */
  public static void update(MessageDigest digest, byte[] json, int from, int to) {
    boolean inText = false;
    int start = from;
    for (int i = from; i < to; i++) {
      byte b = json[i];
      if (inText) {
        if (b == '\\') {
          i++;
        } else if (b == '"') {
          inText = false;
        }
      } else if (b == '"') {
        inText = true;
      } else if (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
        digest.update(json, start, i - start);
        start = i + 1;
      }
    }
    digest.update(json, start, to - start);
  }
}
