package cn.jianfu.group.selfcheck;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
 * @param answeredAt moment of it, to the millisecond; null as of answers before it was kept
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
    @Nullable Instant answeredAt,
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
        groupId, name, suggested, mergeInto, because, null, null, null, null, null, null, null, 0);
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
        answeredAt,
        answeredBy,
        answers);
  }

  /** Whether it was answered then or later; of an answer without a moment, on that day or later. */
  boolean isAnsweredSince(Instant moment, LocalDate day) {
    if (answeredAt != null) {
      return !answeredAt.isBefore(moment.truncatedTo(ChronoUnit.MILLIS));
    }
    return answeredOn != null && !answeredOn.isBefore(day);
  }

  boolean isOpen() {
    return answer == null;
  }

  SelfCheckItem confirmed(LocalDate on, Instant at, SelfCheck.By by) {
    return answered(CONFIRMED, suggested, mergeInto, null, on, at, by);
  }

  SelfCheckItem contested(
      @Nullable String otherwise,
      @Nullable String target,
      String why,
      LocalDate on,
      Instant at,
      SelfCheck.By by) {
    return answered(CONTESTED, otherwise, target, why, on, at, by);
  }

  /** With this answer, unless it is the one that stands, whoever gave it. */
  private SelfCheckItem answered(
      String how,
      @Nullable String decision,
      @Nullable String target,
      @Nullable String why,
      LocalDate on,
      Instant at,
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
            at.truncatedTo(ChronoUnit.MILLIS),
            by,
            answers + 1);
  }
}
