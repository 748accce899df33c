package cn.jianfu.contracts.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inspection round (专项轮次). Its baseline are the groups that existed at any time on {@code
 * openedOn}: created or declared by then, whichever is earlier, and not ended before that day.
 *
 * @param scope org code: the round is for this unit and everything below it
 * @param selfCheckDueOn last day of the self-check stage
 */
public record RoundV1(
    String id,
    String nameZh,
    String nameEn,
    String scope,
    LocalDate openedOn,
    LocalDate selfCheckDueOn,
    @Nullable LocalDate closedOn) {}
