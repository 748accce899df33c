package cn.jianfu.load;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.allinone.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The one-machine platform in a JVM of its own, with data and ports of its own. */
final class Platform implements AutoCloseable {

  /** One client sends as much as all towns together, and an outage may leave much behind. */
  private static final List<String> WIDER_LIMITS =
      List.of(
          "-Djianfu.web.limits.per-second=1000000",
          "-Djianfu.web.limits.burst=1000000",
          "-Djianfu.outbox.backlog=2000000");

  private final JavaProcess process;
  private final Ports ports;
  private final Path data;

  private Platform(JavaProcess process, Ports ports, Path data) {
    this.process = process;
    this.ports = ports;
    this.data = data;
  }

  static Platform start(LoadSettings settings) {
    Path data = settings.target().resolve("load-data");
    Ports ports = Ports.free();
    List<String> options = new ArrayList<>(settings.jvm());
    options.addAll(WIDER_LIMITS);
    options.add("-Djianfu.data=" + data);
    options.add("-Djianfu.reset=true");
    options.add("-Djianfu.sample=false");
    options.add("-Djianfu.port.gateway=" + ports.gateway());
    options.add("-Djianfu.port.group=" + ports.group());
    options.add("-Djianfu.port.identity=" + ports.identity());
    options.add("-Djianfu.port.broker=" + ports.broker());
    options.add("-Djianfu.port.store=" + ports.store());
    JavaProcess process =
        JavaProcess.start(
            "platform",
            options,
            Main.class,
            settings.target().resolve("load-platform.log"),
            "Jianfu is running");
    return new Platform(process, ports, data);
  }

  /** What was told to the platform so that the load is let in. */
  static String limitsInWords() {
    return String.join(" ", WIDER_LIMITS);
  }

  JavaProcess process() {
    return process;
  }

  URI group(String path) {
    return URI.create("http://127.0.0.1:" + ports.group() + path);
  }

  URI gateway(String path) {
    return URI.create("http://127.0.0.1:" + ports.gateway() + path);
  }

  URI identity(String path) {
    return URI.create("http://127.0.0.1:" + ports.identity() + path);
  }

  String brokers() {
    return "127.0.0.1:" + ports.broker();
  }

  String store() {
    return "mongodb://127.0.0.1:" + ports.store();
  }

  /** A secret that this installation made up. */
  String secret(String name) {
    try (Stream<String> lines = Files.lines(data.resolve("secrets.env"))) {
      return lines
          .filter(line -> line.startsWith(name + "="))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
