package cn.jianfu.group.workgroup.domain;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The natural key of a work group: who keeps it, where it lives, and its id there.
 *
 * @param unit 12-digit org code
 * @param externalId the platform's id, or {@code reg:} and a hash for registers without ids
 */
public record GroupId(String unit, Platform platform, String externalId) {

  /** The longest external id, in characters. */
  public static final int MAX_EXTERNAL_ID = 128;

  private static final Pattern ORG_CODE = Pattern.compile("[0-9]{12}");

  public GroupId {
    if (!ORG_CODE.matcher(unit).matches()) {
      throw new IllegalArgumentException("unit");
    }
    if (!isExternalId(externalId)) {
      throw new IllegalArgumentException("externalId");
    }
  }

  /** Whether it can be a platform's id: not blank, not too long, printable, well-formed. */
  public static boolean isExternalId(String text) {
    return !text.isBlank()
        // In an address these two mean another place.
        && !text.equals(".")
        && !text.equals("..")
        && text.length() <= MAX_EXTERNAL_ID
        && text.codePoints().allMatch(GroupId::isPrintable);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException when it is no group id
   */
  public static GroupId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("a group id has three parts");
    }
    GroupId id =
        new GroupId(decode(parts[0]), Platform.valueOf(decode(parts[1])), decode(parts[2]));
    if (!id.text().equals(text)) {
      throw new IllegalArgumentException("a group id has one spelling only");
    }
    return id;
  }

  /** {@code unit/platform/externalId}, each part percent-encoded. */
  public String text() {
    return unit + "/" + platform.name() + "/" + encode(externalId);
  }

  @Override
  public String toString() {
    return text();
  }

  private static boolean isPrintable(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL && type != Character.SURROGATE;
  }

  // Form encoding differs from RFC 3986 in these three characters only.
  private static String encode(String part) {
    if (part.chars().allMatch(GroupId::isUnreserved)) {
      return part;
    }
    return URLEncoder.encode(part, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String decode(String part) {
    return part.indexOf('%') < 0
        ? part
        : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
