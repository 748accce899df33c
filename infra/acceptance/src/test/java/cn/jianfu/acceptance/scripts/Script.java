package cn.jianfu.acceptance.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command to run.
 *
 * @param command with its arguments
 * @param environment over that of the tests
 */
record Script(List<String> command, Map<String, String> environment) {

  static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();

  /** How it ended, and what it said on both channels; 137 when it was killed. */
  record Ended(int code, String said) {}

  static Script of(Path script, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", script.toString()));
    command.addAll(List.of(arguments));
    return new Script(command, Map.of());
  }

  /** By the machine's plain shell, which may know less. */
  static Script ofPlainShell(Path script) {
    return new Script(List.of("sh", script.toString()), Map.of());
  }

  Script with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Script(command, more);
  }

  /** Whoever is called by one of these names is called in that folder. */
  Script calling(Path folder) {
    return with("PATH", folder + ":" + System.getenv("PATH"));
  }

  Ended run() {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " does not end: " + said);
      }
      return new Ended(process.exitValue(), said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Puts something in the place of a program. */
  static void standIn(Path folder, String name, String text) throws IOException {
    Path file = Files.createDirectories(folder).resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
