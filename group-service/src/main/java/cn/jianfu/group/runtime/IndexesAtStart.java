package cn.jianfu.group.runtime;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** Makes the indexes, and keeps trying while the store is away. */
@Component
final class IndexesAtStart implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(IndexesAtStart.class);

  private final List<Indexes> all;

  IndexesAtStart(List<Indexes> all) {
    this.all = all;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    // Nothing waits for indexes: without them everything is right, and slow.
    Disposable making =
        Flux.fromIterable(all)
            .concatMap(Indexes::ensure)
            .retryWhen(
                Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                    .maxBackoff(Duration.ofSeconds(10)))
            .subscribe(_ -> {}, failure -> LOG.error("indexes are missing", failure));
    LOG.debug("making indexes, done: {}", making.isDisposed());
  }
}
