package cn.jianfu.report.rebuild;

import cn.jianfu.contracts.Topics;
import cn.jianfu.messaging.job.JobLease;
import cn.jianfu.messaging.topic.TopicReplay;
import cn.jianfu.report.clock.DistrictClock;
import cn.jianfu.report.compliance.TownCalculation;
import cn.jianfu.report.readside.ReadSide;
import cn.jianfu.report.readside.ReadSides;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Rebuilds the read side while the old one goes on answering. */
final class Rebuild {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
  private static final List<String> TOPICS = List.of(Topics.GROUP_EVENTS, Topics.GROUP_ACTIVITY);

  /** By then every instance writes what it hears to the new read side, too. */
  private static final Duration EVERYBODY_KNOWS = Duration.ofSeconds(3);

  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(2);

  private final ReadSides readSides;
  private final TopicReplay replay;
  private final TownCalculation calculation;
  private final JobLease leases;
  private final DistrictClock clock;
  private final AtomicReference<RebuildState> state = new AtomicReference<>(RebuildState.NONE);

  Rebuild(
      ReadSides readSides,
      TopicReplay replay,
      TownCalculation calculation,
      JobLease leases,
      DistrictClock clock) {
    this.readSides = readSides;
    this.replay = replay;
    this.calculation = calculation;
    this.leases = leases;
    this.clock = clock;
  }

  RebuildState state() {
    return state.get();
  }

  /** Rebuilds from beginning to end; empty when a rebuild is under way. */
  Mono<RebuildState> run() {
    return leases
        .exclusively("rebuild", SIGN_OF_LIFE, this::runAlone)
        .subscribeOn(Schedulers.boundedElastic());
  }

  private Mono<RebuildState> runAlone() {
    state.set(RebuildState.begun(clock.now()));
    return readSides
        .begin()
        .delayElement(EVERYBODY_KNOWS)
        .flatMap(this::fill)
        .doOnSuccess(_ -> state.updateAndGet(it -> it.done(clock.now())))
        .onErrorResume(this::givenUp)
        .then(Mono.fromSupplier(state::get));
  }

  private Mono<Void> fill(ReadSide next) {
    return Mono.fromRunnable(() -> read(next))
        .subscribeOn(Schedulers.boundedElastic())
        .doOnSuccess(_ -> state.updateAndGet(RebuildState::computing))
        .then(computeAll(next))
        .then(readSides.switchTo(next))
        .onErrorResume(failure -> readSides.abandon(next).then(Mono.error(failure)));
  }

  private void read(ReadSide next) {
    replay.run(
        TOPICS,
        next::fill,
        progress ->
            state.updateAndGet(
                it -> it.reading(progress.read(), progress.all(), progress.undecodable())));
  }

  // With their history: what is switched to is whole.
  private Mono<Void> computeAll(ReadSide next) {
    return next.facts()
        .towns()
        .concatMap(
            town -> calculation.compute(next, town).then(calculation.computeHistory(next, town)))
        .then();
  }

  private Mono<Void> givenUp(Throwable failure) {
    LOG.error("the rebuild is given up; the old read side goes on", failure);
    state.updateAndGet(it -> it.failed(clock.now(), failure.toString()));
    return Mono.empty();
  }
}
