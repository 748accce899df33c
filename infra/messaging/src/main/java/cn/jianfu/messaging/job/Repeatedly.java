package cn.jianfu.messaging.job;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Work that is done again and again, one after the other, whatever fails in between. */
public final class Repeatedly {

  private Repeatedly() {}

  /**
   * Begins after {@code first}; a time that comes while the work is still being done is passed
   * over.
   *
   * @param first also the pause after a failure
   * @param failed hears of every failure
   * @return ends it, and what is being done
   */
  public static Disposable every(
      Duration first,
      Duration every,
      Supplier<? extends Publisher<?>> work,
      Consumer<Throwable> failed) {
    return Flux.interval(first, every)
        .onBackpressureDrop()
        .concatMap(_ -> work.get(), 0)
        .doOnError(failed)
        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, first))
        .subscribe();
  }
}
