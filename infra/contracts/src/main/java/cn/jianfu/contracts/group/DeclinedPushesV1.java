package cn.jianfu.contracts.group;

/**
 * Pushed events that were declined for the same reason.
 *
 * @param reason stable word: the name of the problem, and behind a {@code #} the code of its first
 *     field when it has one
 * @param events how many
 * @param reasonZh the reason in Chinese, {@code reasonEn} in English, as the last was answered
 */
public record DeclinedPushesV1(String reason, long events, String reasonZh, String reasonEn) {}
