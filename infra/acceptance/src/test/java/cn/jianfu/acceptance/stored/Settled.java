package cn.jianfu.acceptance.stored;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** Waits until the detection has followed what was written, and the gateway the detection. */
final class Settled {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Settled() {}

  static void wait(Questions questions) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() ->
            !questions
                .district()
                .send("POST", questions.platform().group().resolve("/api/v1/scans"), Map.of())
                .isNull());
    AtomicReference<Map<String, JsonNode>> last = new AtomicReference<>(Map.of());
    await()
        .pollInterval(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .until(() -> {
          Map<String, JsonNode> now = questions.answers();
          return now.equals(last.getAndSet(now));
        });
  }
}
