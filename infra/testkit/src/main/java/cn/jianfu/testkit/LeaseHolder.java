package cn.jianfu.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.messaging.job.JobLease;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Another instance that is at a job, and can die there: it never lets go of the lease. */
public final class LeaseHolder {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final JobLease lease;
  private final String job;
  private final Duration time;

  /**
   * @param time for which it has the lease
   */
  public LeaseHolder(MongoDatabase database, String job, Duration time) {
    this.lease = new JobLease(database, now::get);
    this.job = job;
    this.time = time;
  }

  /** Begins the job, as soon as nobody else is at it. */
  public void begins() {
    Await.until(() -> {
      now.set(Instant.now());
      assertThat(lease.acquire(job, time).block()).as("%s is free", job).isTrue();
    });
  }

  /** Has begun so long ago that its lease is over by now. */
  public void diedLongAgo() {
    now.set(Instant.now().minus(time));
    assertThat(lease.acquire(job, time).block()).as("%s was held", job).isTrue();
  }
}
