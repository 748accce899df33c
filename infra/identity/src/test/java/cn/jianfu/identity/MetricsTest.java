package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.testkit.MetricsRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetricsTest {

  /** Run with {@code -Dmetrics.write} to take over a change that is meant. */
  @Test
  void onTheirOwnPortMetricsNeedNoLoginAndNothingElseIsOpenThere()
      throws IOException, InterruptedException {
    try (IdentityServer server = IdentityServer.start("--management.server.port=0")) {
      assertThat(server.api().get("/login").status()).isEqualTo(200);
      assertThat(server.managed("/actuator/health/readiness").statusCode()).isEqualTo(200);
      // What the alert on log-in asks for is there only once it has been answered.
      server.stopStore();
      assertThat(server.api().clientToken("xindian-oa", IdentityServer.XINDIAN_SECRET).status())
          .isEqualTo(503);
      var metrics = server.managed("/actuator/prometheus");
      assertThat(metrics.statusCode()).isEqualTo(200);
      assertThat(metrics.body()).contains("outcome=\"SERVER_ERROR\"");
      MetricsRecord.assertSame(metrics.body(), Path.of("../observability/recorded/identity.prom"));

      assertThat(server.managed("/actuator/env").statusCode()).isNotEqualTo(200);
      assertThat(server.api().get("/actuator/prometheus").status()).isNotEqualTo(200);
    }
  }

  @Test
  void onTheIssuersPortThereAreNone() {
    assertThat(IdentityServer.shared().api().get("/actuator/prometheus").status())
        .isNotEqualTo(200);
  }
}
