package cn.jianfu.web.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthProbeTest {

  @TempDir Path image;

  @ParameterizedTest
  @CsvSource({"200,true", "503,false", "404,false"})
  void aServiceIsWellWhenItAnswers200(int status, boolean well) throws IOException {
    HttpServer service = listening(status);
    try {
      String answer = HealthProbe.answer(service.getAddress().getPort(), "/ready");
      assertThat(answer).contains(" " + status);
      assertThat(HealthProbe.isWell(answer)).isEqualTo(well);
    } finally {
      service.stop(0);
    }
  }

  @Test
  void itAsksWhereTheServiceTellsItsHealth() {
    assertThat(HealthProbe.port(Map.of())).isEqualTo("8080");
    assertThat(HealthProbe.port(Map.of("SERVER_PORT", "8081"))).isEqualTo("8081");
    assertThat(HealthProbe.port(Map.of("SERVER_PORT", "8081", "MANAGEMENT_SERVER_PORT", "8090")))
        .isEqualTo("8090");
  }

  @Test
  void nobodyThereIsNotWellAndSaysSo() throws IOException {
    HttpServer gone = listening(200);
    int port = gone.getAddress().getPort();
    gone.stop(0);

    String answer = HealthProbe.answer(port, "/ready");

    assertThat(answer).startsWith("no answer");
    assertThat(HealthProbe.isWell(answer)).isFalse();
  }

  @Test
  void oneProbeSeesAServiceThroughItsStart() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer service = listening(() -> asked.incrementAndGet() < 3 ? 503 : 200);
    try {
      String answer = HealthProbe.answerWithin(30, service.getAddress().getPort(), "/ready");

      assertThat(HealthProbe.isWell(answer)).isTrue();
      assertThat(asked).hasValue(3);
    } finally {
      service.stop(0);
    }
  }

  @Test
  void aServiceThatDoesNotGetReadyIsAskedForSoLongAndNoLonger() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer service =
        listening(() -> {
          asked.incrementAndGet();
          return 503;
        });
    try {
      int port = service.getAddress().getPort();

      assertThat(HealthProbe.answerWithin(1, port, "/ready")).contains(" 503");
      assertThat(asked).hasValueBetween(2, 5);
      assertThat(HealthProbe.answerWithin(0, port, "/ready")).contains(" 503");
      assertThat(asked).as("once more, where nothing is said").hasValueBetween(3, 6);
    } finally {
      service.stop(0);
    }
  }

  @Test
  void anImageCanCarryTheClassAlone() throws Exception {
    HttpServer service = listening(200);
    try {
      assertThat(exitCode(service.getAddress().getPort())).isZero();
    } finally {
      service.stop(0);
    }
  }

  private int exitCode(int port) throws Exception {
    Path alone = image.resolve("cn/jianfu/web/probe/HealthProbe.class");
    Files.createDirectories(alone.getParent());
    try (InputStream compiled = HealthProbe.class.getResourceAsStream("HealthProbe.class")) {
      Files.copy(compiled, alone);
    }
    String java = ProcessHandle.current().info().command().orElseThrow();
    ProcessBuilder command =
        new ProcessBuilder(
                java,
                "--limit-modules",
                "java.base",
                "-cp",
                image.toString(),
                HealthProbe.class.getName())
            .inheritIO();
    command.environment().put("SERVER_PORT", String.valueOf(port));
    Process probe = command.start();
    assertThat(probe.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return probe.exitValue();
  }

  private static HttpServer listening(int status) throws IOException {
    return listening(() -> status);
  }

  private static HttpServer listening(IntSupplier status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status.getAsInt(), -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
