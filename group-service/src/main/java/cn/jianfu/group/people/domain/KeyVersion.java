package cn.jianfu.group.people.domain;

/** Which key a reference to a person is under: what stands before its first colon. */
public final class KeyVersion {

  private KeyVersion() {}

  /** Empty for a text without one. */
  public static String of(String ref) {
    return ref.substring(0, Math.max(0, ref.indexOf(':')));
  }
}
