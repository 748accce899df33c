package cn.jianfu.report.ingest;

/**
 * What a group has not read of a topic yet; of a topic of dead letters, what nobody has sent back.
 *
 * @param group that reads, or whose dead letters these are
 */
record ReaderBacklog(String topic, String group, boolean deadLetters, long events) {}
