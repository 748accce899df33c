package cn.jianfu.group.selfcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One group on a self-check list; public because the codec reads it.
 *
 * @param suggested KEEP, DISSOLVE, MERGE or STANDARDISE
 * @param because rules that speak for it
 * @param answer CONFIRMED or CONTESTED; null while it is open
 * @param decided what the unit decided; null when it contested without deciding
 * @param answeredOn day of the answer that stands
 * @param answers how often the answer has changed, so that each is decided once
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
    @Nullable LocalDate answeredOn,
    SelfCheck.@Nullable By answeredBy,
    int answers) {

  static final String CONFIRMED = "CONFIRMED";
  static final String CONTESTED = "CONTESTED";

  static SelfCheckItem open(
      String groupId,
      String name,
      String suggested,
      @Nullable String mergeInto,
      List<String> because) {
    return new SelfCheckItem(
        groupId, name, suggested, mergeInto, because, null, null, null, null, null, null, 0);
  }

  /** The same of a group that goes on under that id. */
  SelfCheckItem goingOnAs(String id) {
    return new SelfCheckItem(
        id,
        name,
        suggested,
        mergeInto,
        because,
        answer,
        decided,
        decidedMergeInto,
        reason,
        answeredOn,
        answeredBy,
        answers);
  }

  boolean isOpen() {
    return answer == null;
  }

  SelfCheckItem confirmed(LocalDate on, SelfCheck.By by) {
    return answered(CONFIRMED, suggested, mergeInto, null, on, by);
  }

  SelfCheckItem contested(
      @Nullable String otherwise,
      @Nullable String target,
      String why,
      LocalDate on,
      SelfCheck.By by) {
    return answered(CONTESTED, otherwise, target, why, on, by);
  }

  /** With this answer, unless it is the one that stands, whoever gave it. */
  private SelfCheckItem answered(
      String how,
      @Nullable String decision,
      @Nullable String target,
      @Nullable String why,
      LocalDate on,
      SelfCheck.By by) {
    boolean stands =
        how.equals(answer)
            && Objects.equals(decision, decided)
            && Objects.equals(target, decidedMergeInto)
            && Objects.equals(why, reason);
    return stands
        ? this
        : new SelfCheckItem(
            groupId,
            name,
            suggested,
            mergeInto,
            because,
            how,
            decision,
            target,
            why,
            on,
            by,
            answers + 1);
  }
}
