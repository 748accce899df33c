package cn.jianfu.group.pushes;

import cn.jianfu.messaging.job.RepeatedWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes the counts to the store every few seconds, and once more at the end. */
final class PushSweep extends RepeatedWork {

  private static final Logger LOG = LoggerFactory.getLogger(PushSweep.class);
  private static final Duration LAST = Duration.ofSeconds(5);

  private final PushTallies tallies;

  PushSweep(PushTallies tallies, Duration every) {
    super(every, every);
    this.tallies = tallies;
  }

  @Override
  protected Mono<?> work() {
    return tallies.store();
  }

  @Override
  protected void failed(Throwable failure) {
    LOG.warn("what was pushed is not counted yet", failure);
  }

  @Override
  public void stop() {
    super.stop();
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
}
