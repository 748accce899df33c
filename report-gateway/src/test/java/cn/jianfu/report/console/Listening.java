package cn.jianfu.report.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Hears a live stream to its end, and tells all of it when what was waited for does not come. */
final class Listening implements AutoCloseable {

  private final InputStream stream;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  private Listening(InputStream stream) {
    this.stream = stream;
  }

  static Listening to(Visitor visitor, String path) {
    var listening = new Listening(visitor.stream(path));
    Thread.ofVirtual().start(listening::read);
    return listening;
  }

  private void read() {
    var lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
    try {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        heard.add(line);
      }
    } catch (IOException closed) {
      heard.add(closed.toString());
    }
  }

  String heard() {
    return String.join("\n", heard);
  }

  void hears(String text) {
    hears(text, () -> {});
  }

  /** Waits for a text, and does something again and again meanwhile. */
  void hears(String text, Runnable meanwhile) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> {
          meanwhile.run();
          assertThat(heard()).contains(text);
        });
  }

  // The stream and not its reader, which waits for whoever is reading.
  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException gone) {
      heard.add(gone.toString());
    }
  }
}
