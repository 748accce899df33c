package cn.jianfu.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where a kubectl with kustomize 4 or later is at hand: it makes of an overlay what the tests do.
 */
class KustomizeAgreesTest {

  @ParameterizedTest
  @EnumSource
  void anOverlayBuiltByKubectlIsTheSame(Overlay overlay) throws Exception {
    String version = run("kubectl", "version", "--client").orElse("none");
    assumeTrue(
        version.matches("(?s).*Kustomize Version: v([4-9]|[1-9][0-9]).*"),
        "no kubectl with kustomize 4 or later: " + version);
    String built = run("kubectl", "kustomize", overlay.folder().toString()).orElseThrow();
    assertThat(byName(Yaml.documents(built).stream().map(d -> new Manifest(d.getAsJsonObject()))))
        .isEqualTo(byName(overlay.objects().stream()));
  }

  private static Map<String, JsonObject> byName(Stream<Manifest> objects) {
    return objects.collect(toMap(Manifest::toString, Manifest::json));
  }

  private static Optional<String> run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
