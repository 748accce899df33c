package cn.jianfu.group.pushes;

import cn.jianfu.messaging.job.Repeatedly;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/** Takes the counts to the store every few seconds, and once more at the end. */
final class PushSweep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PushSweep.class);
  private static final Duration LAST = Duration.ofSeconds(5);

  private final PushTallies tallies;
  private final Duration every;
  private volatile Disposable running = () -> {};
  private volatile boolean started;

  PushSweep(PushTallies tallies, Duration every) {
    this.tallies = tallies;
    this.every = every;
  }

  @Override
  public void start() {
    started = true;
    running =
        Repeatedly.every(
            every,
            every,
            tallies::store,
            failure -> LOG.warn("what was pushed is not counted yet", failure));
  }

  @Override
  public void stop() {
    started = false;
    running.dispose();
    try {
      // What waits for its answer goes first, then what was counted since.
      tallies.store().then(tallies.store()).block(LAST);
    } catch (RuntimeException away) {
      LOG.warn("the last counts of what was pushed are lost", away);
    }
  }

  /** Stops after the web server, which answers what it has begun. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
