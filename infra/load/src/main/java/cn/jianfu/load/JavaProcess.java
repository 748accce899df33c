package cn.jianfu.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM of its own with this one's class path; it ends with this one. */
final class JavaProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String name;
  private final Process process;
  private final Thread whenWeEnd;
  private final Duration startUp;

  private JavaProcess(String name, Process process, Thread whenWeEnd, Duration startUp) {
    this.name = name;
    this.process = process;
    this.whenWeEnd = whenWeEnd;
    this.startUp = startUp;
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @param log where its output goes
   * @param ready what a line of its output holds then
   */
  static JavaProcess start(
      String name, List<String> options, Class<?> main, Path log, String ready) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-classpath",
            System.getProperty("java.class.path"),
            main.getName()));
    try {
      Files.createDirectories(log.getParent());
      long begun = System.nanoTime();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      Thread whenWeEnd = new Thread(process::destroyForcibly);
      Runtime.getRuntime().addShutdownHook(whenWeEnd);
      CompletableFuture<Long> readyAt = new CompletableFuture<>();
      Thread.ofPlatform().daemon().name(name).start(() -> copy(process, log, ready, readyAt));
      long at = readyAt.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new JavaProcess(name, process, whenWeEnd, Duration.ofNanos(at - begun));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(name + " did not become ready, see " + log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void copy(
      Process process, Path log, String ready, CompletableFuture<Long> readyAt) {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
        PrintStream out = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.println(line);
        out.flush();
        if (line.contains(ready)) {
          readyAt.complete(System.nanoTime());
        }
      }
      readyAt.completeExceptionally(new IllegalStateException("it ended"));
    } catch (IOException e) {
      readyAt.completeExceptionally(e);
    }
  }

  /** From the start of the JVM to when it was ready. */
  Duration startUp() {
    return startUp;
  }

  /** Has all garbage collected, so that what is in use then is needed. */
  void collect() {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      int _ =
          new ProcessBuilder(jcmd.toString(), String.valueOf(process.pid()), "GC.run")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Time on the processors so far. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Resident memory in bytes; empty where the system does not tell. */
  OptionalLong resident() {
    return memory("VmRSS:");
  }

  /** The most that was resident, in bytes. */
  OptionalLong mostResident() {
    return memory("VmHWM:");
  }

  private OptionalLong memory(String field) {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst();
    } catch (IOException | UncheckedIOException _) {
      return OptionalLong.empty();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        System.out.println(name + " did not stop within 30 s and is killed");
        process.destroyForcibly();
      }
      Runtime.getRuntime().removeShutdownHook(whenWeEnd);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IllegalStateException _) {
      // This JVM is ending already, and the hook runs.
    }
  }
}
