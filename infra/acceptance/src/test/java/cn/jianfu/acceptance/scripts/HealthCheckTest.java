package cn.jianfu.acceptance.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health check of the images, as the Dockerfile has it, with a stand-in for wget. */
class HealthCheckTest {

  @TempDir Path stand;

  @Test
  void aServiceThatGetsReadyWhileItIsAskedIsHealthyAtOnce() throws IOException {
    assertThat(asked("[ $(wc -l <asked) -ge 3 ]")).isZero();
    assertThat(Files.readAllLines(stand.resolve("asked")))
        .hasSize(3)
        .allMatch(it -> it.endsWith(" http://127.0.0.1:8090/actuator/health/readiness"))
        .allMatch(it -> it.startsWith("by itself"), "not through a proxy");
  }

  @Test
  void aServiceThatDoesNotGetReadyIsNotHealthy() throws IOException {
    Script.standIn(stand, "sleep", "#!/bin/sh\n");

    assertThat(asked("false")).isEqualTo(1);
    assertThat(Files.readAllLines(stand.resolve("asked"))).hasSize(100);
  }

  @Test
  void aBaseWithoutWgetAsksByOneJvmThatWaitsToo() throws IOException {
    Script.standIn(stand, "java", "#!/bin/sh\necho $* >>'%s/asked'\nexit 7\n".formatted(stand));

    int code =
        new Script(List.of("/bin/sh", "-c", command()), Map.of("PATH", stand.toString()))
            .run()
            .code();

    assertThat(code).as("what the JVM says").isEqualTo(7);
    assertThat(Files.readAllLines(stand.resolve("asked")))
        .containsExactly("-Dprobe.seconds=30 @/app/probe.options");
  }

  private int asked(String answer) throws IOException {
    String wget =
        "#!/bin/sh\ncd '%s'\necho ${http_proxy-by itself} $* >>asked\n%s\n"
            .formatted(stand, answer);
    Script.standIn(stand, "wget", wget);
    return new Script(List.of("sh", "-c", command()), Map.of("http_proxy", "http://proxy"))
        .with("MANAGEMENT_SERVER_PORT", "8090")
        .calling(stand)
        .run()
        .code();
  }

  private static String command() throws IOException {
    String recipe = Files.readString(Script.TOP.resolve("infra/docker/Dockerfile"));
    String check = recipe.substring(recipe.indexOf("HEALTHCHECK"), recipe.indexOf("ENTRYPOINT"));
    return check.substring(check.indexOf("CMD ") + "CMD ".length());
  }
}
