package cn.jianfu.group.selfcheck;

import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.messaging.job.RepeatedWork;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Takes the decisions of answers that a crash has left without them. */
final class SelfCheckSweep extends RepeatedWork {

  private static final Logger LOG = LoggerFactory.getLogger(SelfCheckSweep.class);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

  private final SelfChecks checks;
  private final AnswersBecomeDecisions decisions;
  private final JobLease lease;

  SelfCheckSweep(SelfChecks checks, AnswersBecomeDecisions decisions, JobLease lease) {
    super(EVERY, EVERY);
    this.checks = checks;
    this.decisions = decisions;
    this.lease = lease;
  }

  @Override
  protected Mono<?> work() {
    return sweep();
  }

  @Override
  protected void failed(Throwable failure) {
    LOG.warn("self-checks could not be swept", failure);
  }

  /** Takes what decisions are due, unless another instance is at it; then it is empty. */
  Mono<Boolean> sweep() {
    return lease.exclusively("self-checks", SIGN_OF_LIFE, this::takeDecisions);
  }

  private Mono<Boolean> takeDecisions() {
    return checks
        .decisionsDue()
        .concatMap(list ->
            decisions
                .of(list)
                .onErrorResume(failure -> {
                  // One list that cannot go on must not hold up those behind it.
                  LOG.warn("{} of {} is tried again later", list.round(), list.unit(), failure);
                  return Mono.empty();
                }))
        .then(Mono.just(true));
  }
}
