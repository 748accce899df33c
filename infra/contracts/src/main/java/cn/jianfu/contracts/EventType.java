package cn.jianfu.contracts;

/**
 * One event of the published language.
 *
 * @param name the CloudEvents type, for example {@code group.work-group-filed.v1}
 * @param payload the record that is its JSON body
 * @param topic the Kafka topic that its owner publishes it to
 */
public record EventType<E>(String name, Class<E> payload, String topic) {}
