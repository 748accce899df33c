package cn.jianfu.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A running store; closing it forces everything to the disk and frees folder and port. */
public final class InProcessStore implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final StoreServer server;

  private InProcessStore(StoreSettings settings) throws IOException {
    try {
      Path folder = settings.folder();
      server = folder == null ? serve(settings) : serve(settings, folder);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /**
   * Opens the folder, reads it back and listens.
   *
   * @throws StoreUnreadable when the folder is in use or damaged
   */
  public static InProcessStore open(StoreSettings settings) {
    try {
      return new InProcessStore(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open the store: " + e.getMessage(), e);
    }
  }

  private StoreServer serve(StoreSettings settings) {
    StoreBackend backend = new StoreBackend(new Recovered(), Effect.NOWHERE);
    return part(new StoreServer(settings.bind(), backend, Durability.AT_ONCE));
  }

  private StoreServer serve(StoreSettings settings, Path path) throws IOException {
    StoreFolder folder = part(StoreFolder.lock(path));
    StoreFolder.Opened opened = folder.open();
    Segments segments = part(new Segments(folder, opened, settings.journalBytes()));
    Journal journal = part(new Journal(segments::write));
    StoreBackend backend = new StoreBackend(opened.recovered(), journal);
    segments.replaceBy(new Snapshot(backend::collections, journal));
    return part(new StoreServer(settings.bind(), backend, journal));
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  public InetSocketAddress address() {
    return server.address();
  }

  public String connectionString() {
    InetSocketAddress address = address();
    return "mongodb://%s:%d".formatted(address.getAddress().getHostAddress(), address.getPort());
  }

  /** Ends the connections first, then forces the journal, then frees the folder. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("the store could not be closed", e);
      }
    }
  }
}
