package cn.jianfu.allinone;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the person who started the platform what is going on, one line a step. */
public final class Progress {

  private final PrintStream out;
  private final long begun = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  void step(String zh, String en) {
    Duration since = Duration.ofNanos(System.nanoTime() - begun);
    out.printf("[%5.1f s] %s / %s%n", since.toMillis() / 1000.0, zh, en);
  }

  void say(String text) {
    out.println(text);
  }
}
