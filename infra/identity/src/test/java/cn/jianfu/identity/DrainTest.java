package cn.jianfu.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTest {

  private static final String READINESS = "/actuator/health/readiness";
  private static final String KEYS = "/oauth2/jwks";

  @Test
  void beforeItStopsItIsNotReadyAnswersAndEndsEachConnection() throws Exception {
    IdentityServer server =
        IdentityServer.start("--jianfu.web.drain=3s", "--management.server.port=0");
    Api api = server.api();
    assertThat(server.managed(READINESS).statusCode()).isEqualTo(200);
    assertThat(api.get(KEYS).raw().headers().map()).doesNotContainKey("connection");

    Thread closing = Thread.ofPlatform().start(server::close);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> server.managed(READINESS).statusCode() == 503);

    Api.Answer answer = api.get(KEYS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.raw().headers().allValues("connection")).containsExactly("close");
    closing.join();
  }
}
