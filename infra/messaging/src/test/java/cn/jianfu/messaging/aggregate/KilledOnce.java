package cn.jianfu.messaging.aggregate;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds a relay for ever at one point, as kill -9 would: nothing of it runs afterwards. */
final class KilledOnce implements CrashPoints {

  /** Where. */
  enum Point {
    AFTER_SEND,
    AFTER_ACK
  }

  private final Point point;
  private final AtomicBoolean happened = new AtomicBoolean();

  KilledOnce(Point point) {
    this.point = point;
  }

  boolean happened() {
    return happened.get();
  }

  @Override
  public void afterSend() {
    stopAt(Point.AFTER_SEND);
  }

  @Override
  public void afterAck() {
    stopAt(Point.AFTER_ACK);
  }

  private void stopAt(Point here) {
    if (here == point) {
      happened.set(true);
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException closed) {
        throw new IllegalStateException(closed);
      }
    }
  }
}
