package cn.jianfu.allinone.sample;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Asks again while the platform says that it cannot answer yet (503). */
final class Patience {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private Patience() {}

  static <T> T until(Duration limit, Supplier<T> request) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        return request.get();
      } catch (RefusedByPlatform e) {
        if (e.status() != 503 || System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
