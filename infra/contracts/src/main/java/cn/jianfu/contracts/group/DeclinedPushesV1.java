package cn.jianfu.contracts.group;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pushed events that were declined for the same reason.
 *
 * @param reason stable word: the name of the problem, and behind a {@code #} the code of its first
 *     field when it has one
 * @param events how many
 * @param reasonZh the reason in Chinese, {@code reasonEn} in English, as the last was answered
 * @param latest a few of them, the latest first; null when it is not known which they were
 */
public record DeclinedPushesV1(
    String reason,
    long events,
    String reasonZh,
    String reasonEn,
    @Nullable List<DeclinedEventV1> latest) {}
