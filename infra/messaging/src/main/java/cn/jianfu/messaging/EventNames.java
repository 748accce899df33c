package cn.jianfu.messaging;

import org.jspecify.annotations.Nullable;

/** What a service knows of its published language: names, records and topics of events. */
public interface EventNames {

  /**
   * The CloudEvents type of this payload.
   *
   * @throws IllegalArgumentException when the record is no event
   */
  String nameOf(Object payload);

  /** The record that is the body of events of that name, or null when the name is not known. */
  @Nullable Class<?> payloadOf(String name);

  /** The topic to which events of that (known) name are published. */
  String topicOf(String name);
}
