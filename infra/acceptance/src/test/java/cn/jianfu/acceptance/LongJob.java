package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.jianfu.allinone.sample.PlatformClient;
import java.net.URI;
import java.time.Duration;

/** What a service does for a while after it was asked to. */
public enum LongJob {
  /** The gateway's view, built anew from the topics. */
  REBUILD("rebuilds"),
  /** All that a service owns, published again. */
  RESYNC("resyncs");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String path;

  LongJob(String path) {
    this.path = path;
  }

  /** Begins it at that service and waits until it is done. */
  public void run(PlatformClient district, URI service) {
    URI jobs = service.resolve("/api/v1/" + path);
    district.send("POST", jobs, "");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(district.get(URI.create(jobs + "/current")).path("stage").asString())
                .isEqualTo("DONE"));
  }
}
