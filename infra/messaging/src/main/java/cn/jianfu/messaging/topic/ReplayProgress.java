package cn.jianfu.messaging.topic;

/**
 * How far a replay is.
 *
 * @param read records that are read and applied
 * @param all records that there are to read
 * @param undecodable records that were left out
 */
public record ReplayProgress(long read, long all, long undecodable) {}
