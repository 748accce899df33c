package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of groups that have outlived their end and of which nobody decides anything: their
 * unit is told, has time, and then they end by themselves (到期自动解散).
 */
public final class SelfEnding {

  /** Without this number of days in the rule set no group ends by itself. */
  private static final String END_AFTER = "temp.endAfterDays";

  private SelfEnding() {}

  /**
   * How far a group's unit knows of it.
   *
   * @param inUse whether its state is the one that a warning follows
   * @param warnedOn null when it was not warned
   * @param decided whether it was decided to keep it in spite of its end, or what else becomes of
   *     it
   */
  public record Told(boolean inUse, @Nullable LocalDate warnedOn, boolean decided) {}

  /** What is to be done now. */
  public enum Step {
    NOTHING,
    WARN,
    /**
     * Somebody still writes there, or nobody knows, or it was not warned, as one that was never
     * filed: it is decided, and the unit carries it out.
     */
    DECIDE,
    /** It was warned, and nobody writes there any more: it is decided, and that was all to do. */
    END
  }

  /** The last day on which a group was meant to live; null when it names none. */
  public static @Nullable LocalDate endOf(GroupFacts group) {
    return OutlivedRule.endOf(group);
  }

  /**
   * Why it is ended, as it is stored with the decision and read by people.
   *
   * @param group one that names its end
   */
  public static String reason(GroupFacts group, Told told) {
    LocalDate end = Objects.requireNonNull(endOf(group), "names its end");
    String what =
        switch (group.kind()) {
          case TEMPORARY -> "临时性工作群";
          case STAGE -> "阶段性工作群";
          case EMERGENCY -> "应急工作群";
          case PERMANENT, UNKNOWN -> "工作群";
        };
    String over = end.equals(group.taskCompletedOn()) ? "任务已于 %s 完成" : "有效期已于 %s 届满";
    // Only what is in use is warned; the finding told the unit of any other.
    String since = told.warnedOn() == null ? "此后" : told.warnedOn() + " 提醒后";
    return what + over.formatted(end) + "，" + since + "无人处置，按规则解散";
  }

  /**
   * The step for a group with a finding of {@link DetectionRule#OUTLIVED}.
   *
   * @param activity null when nothing was ever counted
   */
  public static Step step(
      GroupFacts group,
      Told told,
      @Nullable ActivityFacts activity,
      Thresholds thresholds,
      LocalDate day) {
    LocalDate end = endOf(group);
    if (end == null || told.decided() || !thresholds.values().containsKey(END_AFTER)) {
      return Step.NOTHING;
    }
    if (told.inUse()) {
      return Step.WARN;
    }
    LocalDate knownSince =
        Stream.of(
                end.plusDays(thresholds.wholeNumber("temp.graceDays")),
                group.declaredOn() == null ? group.knownSince() : group.declaredOn(),
                told.warnedOn() == null ? end : told.warnedOn())
            .max(LocalDate::compareTo)
            .orElseThrow();
    if (!knownSince.plusDays(thresholds.wholeNumber(END_AFTER)).isBefore(day)) {
      return Step.NOTHING;
    }
    return told.warnedOn() != null && isSilentSince(knownSince, activity, thresholds, day)
        ? Step.END
        : Step.DECIDE;
  }

  private static boolean isSilentSince(
      LocalDate since, @Nullable ActivityFacts activity, Thresholds thresholds, LocalDate day) {
    if (activity == null) {
      return false;
    }
    int senders = thresholds.wholeNumber("zombie.minActiveMembers");
    LocalDate counted = activity.lastDataDay(day);
    LocalDate used = activity.lastSubstantiveDay(senders, day);
    return counted != null && counted.isAfter(since) && (used == null || !used.isAfter(since));
  }
}
