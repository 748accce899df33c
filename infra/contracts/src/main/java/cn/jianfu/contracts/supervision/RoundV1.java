package cn.jianfu.contracts.supervision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inspection round (专项轮次). Groups live at the end of {@code openedOn} are its baseline.
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
