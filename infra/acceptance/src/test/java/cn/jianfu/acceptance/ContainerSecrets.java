package cn.jianfu.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What {@code infra/docker/secrets.sh} makes up for an installation. */
record ContainerSecrets(Path folder, Map<String, String> values) {

  private static final Path TOP = Path.of("..", "..").toAbsolutePath();
  private static final String SHIPPED = "./infra/docker/secrets/";
  private static final Path SCRIPT = Path.of("..", "docker", "secrets.sh").toAbsolutePath();

  /** New ones for each platform. */
  static ContainerSecrets make(String name) {
    Path folder = folderFor(name);
    try {
      ProcessBuilder script = new ProcessBuilder(SCRIPT.toString());
      script.environment().put("JIANFU_SECRETS", folder.toString());
      Process process = script.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
      if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(SCRIPT + " failed");
      }
      return in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A new one, which is empty. */
  static Path folderFor(String name) {
    try {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      return Files.createTempDirectory(target, name + "-secrets-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that were made in that folder. */
  static ContainerSecrets in(Path folder) {
    try {
      return new ContainerSecrets(folder, read(folder.resolve("secrets.env")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a path of docker-compose.yml is on this machine.
   *
   * @param from relative to the top folder; of the shipped folder of secrets it is one of these
   */
  static Path mounted(String from, Path secrets) {
    return from.startsWith(SHIPPED)
        ? secrets.resolve(from.substring(SHIPPED.length()))
        : TOP.resolve(from).normalize();
  }

  private static Map<String, String> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  String get(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("secrets.sh makes no " + name);
    }
    return value;
  }
}
