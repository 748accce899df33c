package cn.jianfu.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal's files, one after another. A full one is followed by the next, and by a snapshot in
 * the background that makes the full one superfluous.
 */
final class Segments implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Segments.class);

  private final StoreFolder folder;
  private final long mostBytes;
  private RecordFile current;
  private long number;
  private @Nullable Snapshot snapshot;
  private Thread snapshotting = new Thread(() -> {});
  private volatile long snapshotBytes;
  private volatile boolean closing;

  Segments(StoreFolder folder, StoreFolder.Opened opened, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.current = opened.journal();
    this.number = opened.number();
    this.snapshotBytes = opened.snapshotBytes();
  }

  /** From now on full journals are replaced by snapshots. */
  synchronized void replaceBy(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  synchronized void write(List<Effect> effects) throws IOException {
    current.append(effects);
    current.force();
    // A journal as large as the state is worth a snapshot, whatever the state's size.
    if (snapshot != null
        && current.size() >= Math.max(mostBytes, snapshotBytes)
        && !snapshotting.isAlive()) {
      startNext();
      Snapshot next = snapshot;
      long upTo = number;
      snapshotting =
          Thread.ofPlatform().name("store-snapshot").start(() -> replaceJournals(next, upTo));
    }
  }

  private void startNext() throws IOException {
    RecordFile next = RecordFile.create(folder.journal(number + 1), current.nextRecord());
    current.close();
    current = next;
    number++;
  }

  private void replaceJournals(Snapshot next, long upTo) {
    Path path = folder.snapshot(upTo);
    try {
      if (next.write(path, () -> closing)) {
        snapshotBytes = Files.size(path);
        folder.removeBefore(upTo);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} could not be written; the journals before it are kept", path, e);
    }
  }

  @Override
  public void close() throws IOException {
    closing = true;
    try {
      snapshotting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      current.force();
      current.close();
    }
  }
}
