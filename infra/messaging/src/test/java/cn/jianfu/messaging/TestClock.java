package cn.jianfu.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and that tests move forward. */
public final class TestClock implements InstantSource {

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead.get());
  }

  public void forward(Duration time) {
    ahead.updateAndGet(before -> before.plus(time));
  }
}
