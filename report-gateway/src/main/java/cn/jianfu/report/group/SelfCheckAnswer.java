package cn.jianfu.report.group;

import org.jspecify.annotations.Nullable;

/**
 * An answer to one item, as group-service reads it.
 *
 * @param confirm true takes the suggestion; then the rest is left out
 */
public record SelfCheckAnswer(
    String groupId,
    boolean confirm,
    @Nullable String kind,
    @Nullable String mergeInto,
    @Nullable String reason) {

  public static SelfCheckAnswer confirming(String groupId) {
    return new SelfCheckAnswer(groupId, true, null, null, null);
  }
}
