package cn.jianfu.report.start;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Runs the steps before bindings and web server start, which have later phases. */
@Component
class StartSteps implements SmartLifecycle {

  /** A store that does not answer for so long is not there: fail, and be started again. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(StartSteps.class);

  private static final Retry WHILE_THE_STORE_IS_AWAY =
      Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
          .maxBackoff(Duration.ofSeconds(5))
          .filter(MongoException.class::isInstance)
          .doBeforeRetry(failed -> LOG.warn("waiting to start: {}", failed.failure().toString()));

  private final ObjectProvider<StartStep> steps;
  private volatile boolean running;

  StartSteps(ObjectProvider<StartStep> steps) {
    this.steps = steps;
  }

  @Override
  public void start() {
    List<StartStep> inOrder = steps.orderedStream().toList();
    Flux.fromIterable(inOrder)
        .concatMap(step -> Mono.defer(step::run).retryWhen(WHILE_THE_STORE_IS_AWAY))
        .then()
        .block(LONGEST);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
