package cn.jianfu.messaging.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/** Work that is done {@linkplain Repeatedly repeatedly} for as long as the application runs. */
public abstract class RepeatedWork implements SmartLifecycle {

  private final Duration first;
  private final Duration every;
  private volatile @Nullable Disposable running;

  /**
   * Begins {@code first} after the start.
   *
   * @param first also the pause after a failure
   */
  protected RepeatedWork(Duration first, Duration every) {
    this.first = first;
    this.every = every;
  }

  /** What is to be done now. */
  protected abstract Publisher<?> work();

  /** Hears of every failure, after which it is tried again. */
  protected abstract void failed(Throwable failure);

  @Override
  public void start() {
    running = Repeatedly.every(first, every, this::work, this::failed);
  }

  @Override
  public void stop() {
    Disposable ending = running;
    running = null;
    if (ending != null) {
      ending.dispose();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }
}
