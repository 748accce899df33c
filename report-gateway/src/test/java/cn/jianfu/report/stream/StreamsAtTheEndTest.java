package cn.jianfu.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.report.GatewayUnderTest;
import cn.jianfu.testkit.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class StreamsAtTheEndTest {

  private static final Duration DRAIN = Duration.ofSeconds(2);

  /** Less than the ten seconds that a graceful stop would wait for an open stream. */
  private static final Duration SOON = Duration.ofSeconds(7);

  @Test
  void anOpenStreamLastsAsLongAsTheDrainAndEndsInOrder() throws Exception {
    ConfigurableApplicationContext instance =
        GatewayUnderTest.shared().start(Map.of("jianfu.web.drain", DRAIN));
    try (HttpClient http = HttpClient.newHttpClient();
        InputStream stream = open(http, instance)) {
      assertThat(stream.read()).isPositive();
      long begun = System.nanoTime();
      Thread closing = Thread.ofPlatform().start(instance::close);

      readToTheEnd(stream);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(DRAIN, DRAIN.plus(SOON));
      closing.join();
    }
  }

  private static void readToTheEnd(InputStream stream) throws IOException {
    stream.transferTo(OutputStream.nullOutputStream());
  }

  private static InputStream open(HttpClient http, ConfigurableApplicationContext instance)
      throws IOException, InterruptedException {
    String port = instance.getEnvironment().getRequiredProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/stream"))
            .header("Accept", "text/event-stream")
            .header(
                "Authorization",
                TestTokens.shared().bearer("district-supervisor", GatewayUnderTest.DISTRICT))
            .build();
    return http.send(request, BodyHandlers.ofInputStream()).body();
  }
}
