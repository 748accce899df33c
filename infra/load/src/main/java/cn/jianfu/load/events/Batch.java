package cn.jianfu.load.events;

import java.util.List;

/** A request's body and the events in it, in order. */
public final class Batch {

  private final byte[] body;
  private final List<Planned> events;

  Batch(byte[] body, List<Planned> events) {
    this.body = body;
    this.events = List.copyOf(events);
  }

  /** The bytes themselves, not a copy: a load is made of many. */
  public byte[] body() {
    return body;
  }

  public List<Planned> events() {
    return events;
  }
}
