package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Volume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.utility.LogUtils;

/** What was taken from an image is not needed, and what was put into it is used. */
@Tag("containers")
class ImageContentsTest {

  private static final Path TESTS = Path.of("target", "test-classes").toAbsolutePath();
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** A JVM that is told to use the archive or not to start; by itself it starts without. */
  @ParameterizedTest
  @ValueSource(strings = {"identity", "group-service", "report-gateway"})
  void theArchiveOfClassesIsOfThisJvmAndThisClassPath(String service) {
    String said = printed(service, "java @/app/jvm.options -XX:AOTMode=on -cp app.jar --version");

    assertThat(said).contains("sharing", "1 compiler directives added");
  }

  /** As with another JVM or after a change of the class path: slower, and nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"/app/none.aot", "/app/app.jar", "/app/app.aot -cp probe"})
  void anArchiveThatDoesNotFitKeepsNoServiceFromStarting(String archive) {
    String said =
        printed("group-service", "java @/app/jvm.options -XX:AOTCache=" + archive + " --version");

    assertThat(said).contains("Server VM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"group-service", "report-gateway"})
  void theNativeLibrariesOfEachCompressionAreThere(String service) {
    String said = printed(service, "java @/app/jvm.options -cp app.jar:/tests " + name());

    assertThat(said.lines())
        .contains("none works", "gzip works", "snappy works", "lz4 works", "zstd works");
  }

  private static String name() {
    return CompressesAll.class.getName();
  }

  /** As Compose runs a service: as its own user, on a file system that cannot be written. */
  private static String printed(String service, String command) {
    String image = Images.orSkip().prefix() + service + ":0.1.0";
    HostConfig host =
        HostConfig.newHostConfig()
            .withReadonlyRootfs(true)
            // Libraries are unpacked there before they are loaded.
            .withTmpFs(Map.of("/tmp", "exec"))
            .withBinds(new Bind(TESTS.toString(), new Volume("/tests"), AccessMode.ro));
    DockerClient engine = Engine.client();
    String once =
        engine
            .createContainerCmd(image)
            .withEntrypoint(command.split(" ", -1))
            .withLabels(Engine.labels("image-contents"))
            .withHostConfig(host)
            .exec()
            .getId();
    try {
      engine.startContainerCmd(once).exec();
      int ended =
          engine
              .waitContainerCmd(once)
              .start()
              .awaitStatusCode(LONGEST.toSeconds(), TimeUnit.SECONDS);
      String said = LogUtils.getOutput(engine, once);
      assertThat(ended).as(said).isZero();
      return said;
    } finally {
      engine.removeContainerCmd(once).withForce(true).exec();
    }
  }
}
