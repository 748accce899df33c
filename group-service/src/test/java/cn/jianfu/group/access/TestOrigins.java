package cn.jianfu.group.access;

import java.util.concurrent.atomic.AtomicLong;

/** Requests that are told apart by numbers. */
public final class TestOrigins {

  private TestOrigins() {}

  public static Origins counted() {
    AtomicLong keys = new AtomicLong();
    return new Origins(() -> "key-" + keys.incrementAndGet());
  }
}
