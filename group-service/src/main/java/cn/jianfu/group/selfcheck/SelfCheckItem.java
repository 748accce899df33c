package cn.jianfu.group.selfcheck;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One group on a self-check list; public because the codec reads it.
 *
 * @param suggested KEEP, DISSOLVE, MERGE or STANDARDISE
 * @param because rules that speak for it
 * @param answer CONFIRMED or CONTESTED; null while it is open
 * @param decided what the unit decided; null when it contested without deciding
 */
public record SelfCheckItem(
    String groupId,
    String name,
    String suggested,
    @Nullable String mergeInto,
    List<String> because,
    @Nullable String answer,
    @Nullable String decided,
    @Nullable String decidedMergeInto,
    @Nullable String reason,
    @Nullable LocalDate answeredOn) {

  static final String CONFIRMED = "CONFIRMED";
  static final String CONTESTED = "CONTESTED";

  static SelfCheckItem open(
      String groupId,
      String name,
      String suggested,
      @Nullable String mergeInto,
      List<String> because) {
    return new SelfCheckItem(
        groupId, name, suggested, mergeInto, because, null, null, null, null, null);
  }

  boolean isOpen() {
    return answer == null;
  }

  SelfCheckItem confirmed(LocalDate on) {
    return new SelfCheckItem(
        groupId, name, suggested, mergeInto, because, CONFIRMED, suggested, mergeInto, null, on);
  }

  SelfCheckItem contested(
      @Nullable String otherwise, @Nullable String target, String why, LocalDate on) {
    return new SelfCheckItem(
        groupId, name, suggested, mergeInto, because, CONTESTED, otherwise, target, why, on);
  }
}
