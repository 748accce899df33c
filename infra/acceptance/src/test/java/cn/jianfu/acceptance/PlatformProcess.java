package cn.jianfu.acceptance;

import static org.awaitility.Awaitility.await;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.SampleAccounts.TownSystem;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The platform as people start it: in a JVM of its own, which can be killed. */
final class PlatformProcess implements AutoCloseable {

  private static final Path ALL_IN_ONE = Path.of("..", "all-in-one");
  private static final Duration LONGEST_START = Duration.ofMinutes(4);

  private final Process process;
  private final Path data;
  private final Ports ports;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final long begun = System.nanoTime();

  private PlatformProcess(Process process, Path data, Ports ports) {
    this.process = process;
    this.data = data;
    this.ports = ports;
    // A run of tests that is cut short leaves no platform behind.
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    Thread.ofPlatform()
        .daemon()
        .start(() -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(said::add));
  }

  /**
   * @param flags such as {@code -Djianfu.reset}
   */
  static PlatformProcess start(Path data, Ports ports, String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "@" + ALL_IN_ONE.resolve("local.options").toAbsolutePath(),
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-Djianfu.data=" + data,
            "-Djianfu.port.gateway=" + ports.gateway(),
            "-Djianfu.port.group=" + ports.group(),
            "-Djianfu.port.identity=" + ports.identity(),
            "-Djianfu.port.broker=" + ports.broker(),
            "-Djianfu.port.store=" + ports.store()));
    command.addAll(List.of(flags));
    try {
      command.addAll(List.of("-cp", classPathOfUsers(), "cn.jianfu.allinone.Main"));
      return new PlatformProcess(
          new ProcessBuilder(command).redirectErrorStream(true).start(), data, ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not that of the tests, which has more: what is missing at run time is to be missed here. */
  private static String classPathOfUsers() throws IOException {
    Path target = ALL_IN_ONE.resolve("target");
    return target.resolve("classes")
        + File.pathSeparator
        + Files.readString(target.resolve("runtime.classpath")).strip();
  }

  /** Waits until it has said that; it must not end before. */
  PlatformProcess until(String words) {
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(LONGEST_START)
        .until(() -> hasSaid(words) || !process.isAlive());
    if (!hasSaid(words)) {
      throw new AssertionError("the platform ended:\n" + String.join("\n", said));
    }
    return this;
  }

  PlatformProcess untilReady() {
    return until("Jianfu is running");
  }

  boolean hasSaid(String words) {
    return said.stream().anyMatch(line -> line.contains(words));
  }

  String output() {
    return String.join("\n", said);
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  long residentMegabytes() {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("the platform does not end:\n" + output());
    }
    return process.exitValue();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** SIGTERM; answers how long it took to end. */
  Duration terminate() throws InterruptedException {
    long asked = System.nanoTime();
    process.destroy();
    exitCode();
    return Duration.ofNanos(System.nanoTime() - asked);
  }

  PlatformAddresses addresses() {
    return new PlatformAddresses(at(ports.gateway()), at(ports.group()), at(ports.identity()));
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A client with the secret that this installation made up for it. */
  PlatformClient client(TownSystem system) {
    try {
      String secret =
          Files.readAllLines(data.resolve("secrets.env")).stream()
              .filter(line -> line.startsWith(system.secretName() + "="))
              .map(line -> line.substring(system.secretName().length() + 1))
              .findFirst()
              .orElseThrow();
      return new PlatformClient(at(ports.identity()), system.client(), secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
