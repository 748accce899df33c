package cn.jianfu.group.detection.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A finding's id is a function of rule and subject, so that finding it twice is finding it once.
 */
public final class FindingId {

  private FindingId() {}

  /** 128 bits of SHA-256 as 32 hex digits. */
  public static String of(DetectionRule rule, String subject) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((rule.id() + "\n" + subject).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
