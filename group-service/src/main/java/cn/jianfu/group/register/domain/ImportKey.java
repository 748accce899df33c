package cn.jianfu.group.register.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The external id of a group that only a register knows. */
public final class ImportKey {

  private static final String REGISTERED = "reg:";

  private ImportKey() {}

  /** Whether an external id is such a key and no platform's. */
  public static boolean isOne(String externalId) {
    return externalId.startsWith(REGISTERED);
  }

  /**
   * {@code reg:} and a hash of the unit's code and the name, whose width, case, spaces and
   * punctuation do not matter.
   */
  public static String of(String unit, String name) {
    return hashed(unit + "\n" + PlainText.key(name));
  }

  /** A name without what typing makes of it: width, case and spaces; signs stay. */
  public static String folded(String name) {
    return PlainText.folded(name);
  }

  /** A further key of that name: the group that had it before is called otherwise now. */
  static String further(String unit, String name, int count) {
    return hashed(unit + "\n" + PlainText.key(name) + "\n" + count);
  }

  private static String hashed(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return REGISTERED + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
