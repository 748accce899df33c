package cn.jianfu.k8s;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets of a new installation, as the two scripts make them. */
final class Secrets {

  private static final Secrets MADE = new Secrets();

  private final Path folder;
  private final String manifests;

  private Secrets() {
    try {
      this.folder = Files.createTempDirectory("secrets").toAbsolutePath();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    run(Overlay.TOP.resolve("infra/docker/secrets.sh"), folder);
    this.manifests = run(Path.of("secrets.sh"), folder);
  }

  /** Made once. */
  static Secrets made() {
    return MADE;
  }

  List<Manifest> manifests() {
    return Yaml.documents(manifests).stream()
        .map(document -> new Manifest(document.getAsJsonObject()))
        .toList();
  }

  /** What a key of a secret holds. @throws IllegalArgumentException when there is none */
  String content(String secret, String key) {
    return manifests().stream()
        .filter(object -> object.name().equals(secret))
        .findFirst()
        .map(object -> object.values("data").get(key))
        .map(encoded -> new String(Base64.getDecoder().decode(encoded), UTF_8))
        .orElseThrow(() -> new IllegalArgumentException("no " + key + " in secret " + secret));
  }

  /**
   * What a container of Compose finds under /run/secrets, by file name; empty where it is nothing.
   */
  Map<String, String> ofContainer(String service) {
    Path files = folder.resolve("for").resolve(service);
    if (!Files.isDirectory(files)) {
      return Map.of();
    }
    try (Stream<Path> all = Files.list(files)) {
      return all.collect(Collectors.toMap(it -> it.getFileName().toString(), Yaml::text));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String run(Path script, Path folder) {
    try {
      ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
      builder.environment().put("JIANFU_SECRETS", folder.toString());
      Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(script + " failed");
      }
      return output;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
