package cn.jianfu.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A store in a JVM of its own, to be killed. */
record StoreProcess(Process process, String connectionString) implements AutoCloseable {
  private static final String READY = "store ready at ";
  // A writer whose store was killed is not to wait for another.
  private static final String HASTY = "/?serverSelectionTimeoutMS=2000";

  static StoreProcess start(Path folder, long journalBytes) {
    Process process = launch(folder, journalBytes);
    BufferedReader out = process.inputReader();
    return out.lines()
        .filter(line -> line.startsWith(READY))
        .findFirst()
        .map(line -> new StoreProcess(process, line.substring(READY.length()) + HASTY))
        .orElseThrow(() -> new IllegalStateException("the store ended: " + end(process)));
  }

  static Process launch(Path folder, long journalBytes) {
    String java = ProcessHandle.current().info().command().orElseThrow();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                java,
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StoreMain.class.getName(),
                folder.toString(),
                "0"));
    builder.environment().put("JIANFU_STORE_JOURNAL_BYTES", Long.toString(journalBytes));
    builder.redirectErrorStream(true);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int end(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As kill -9 does it. */
  void kill() {
    process.destroyForcibly();
    end(process);
  }

  @Override
  public void close() {
    kill();
  }
}
