package cn.jianfu.report.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the jobs, from when the service has started until it stops. */
@Component
class Jobs implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  /** A run that takes longer is given up, and begun anew at its next turn. */
  private static final Duration LONGEST_RUN = Duration.ofMinutes(5);

  private static final int PHASE = 10;
  private static final int THREADS = 2;

  private final List<Job> jobs;
  private volatile @Nullable ScheduledExecutorService threads;

  Jobs(ObjectProvider<Job> jobs) {
    this.jobs = jobs.orderedStream().toList();
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("report-job-", 0).daemon().factory());
    threads = started;
    for (Job job : jobs) {
      ScheduledFuture<?> _ =
          started.scheduleWithFixedDelay(
              () -> run(job), 0, job.pause().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void run(Job job) {
    try {
      job.work().get().block(LONGEST_RUN);
    } catch (RuntimeException failure) {
      if (isRunning()) {
        LOG.warn("{} failed and is tried again", job.name(), failure);
      }
    }
  }

  @Override
  public void stop() {
    ScheduledExecutorService running = threads;
    threads = null;
    if (running != null) {
      running.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
