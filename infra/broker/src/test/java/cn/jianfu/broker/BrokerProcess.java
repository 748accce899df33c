package cn.jianfu.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A broker in a JVM of its own, so that it can be killed. */
final class BrokerProcess implements AutoCloseable {

  private final Process process;
  private final String firstLine;

  private BrokerProcess(Process process, String firstLine) {
    this.process = process;
    this.firstLine = firstLine;
  }

  static BrokerProcess start(Path folder, int port) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                "--folder=" + folder,
                "--port=" + port)
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader();
    String line = output.readLine();
    while (line != null && !line.contains("broker ready at") && !line.contains("another broker")) {
      line = output.readLine();
    }
    Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
    return new BrokerProcess(process, line == null ? "" : line);
  }

  String firstLine() {
    return firstLine;
  }

  String bootstrapServers() {
    return firstLine.substring(firstLine.lastIndexOf(' ') + 1);
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
