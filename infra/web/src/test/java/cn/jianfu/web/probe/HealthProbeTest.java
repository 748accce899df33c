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
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
