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

  /** Whether the two names of one unit's groups are one, as far as a register can tell. */
  public static boolean isOneName(String name, String other) {
    return PlainText.key(name).equals(PlainText.key(other));
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
