package cn.jianfu.messaging.aggregate;

/**
 * An aggregate as it stands in the store.
 *
 * @param version rises by one with every accepted command
 * @param sequence of the last event that it published
 */
public record Stored<S>(String id, S state, long version, long sequence) {}
