package cn.jianfu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a store: {@code n.journal} has what happened since {@code n.snapshot}, which has all
 * that happened before. Locked while in use.
 */
final class StoreFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);
  private static final String JOURNAL = ".journal";
  private static final String SNAPSHOT = ".snapshot";

  private final Path folder;
  private final FileChannel lockFile;

  private StoreFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  static StoreFolder lock(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve("store.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(lockFile) == null) {
      lockFile.close();
      throw StoreUnreadable.inUse(folder);
    }
    return new StoreFolder(folder, lockFile);
  }

  private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
    try {
      return lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** The journal to go on with, and what was read on the way to its end. */
  record Opened(RecordFile journal, long number, long snapshotBytes, Recovered recovered) {}

  Opened open() throws IOException {
    removeUnfinished();
    NavigableSet<Long> snapshots = numbers(SNAPSHOT);
    NavigableSet<Long> journals = numbers(JOURNAL);
    if (snapshots.isEmpty() && journals.isEmpty()) {
      return new Opened(RecordFile.create(journal(1), 1), 1, 0, new Recovered());
    }
    Recovered recovered = new Recovered();
    long first = snapshots.isEmpty() ? 1 : snapshots.last();
    long snapshotBytes = 0;
    if (!snapshots.isEmpty()) {
      readSnapshot(snapshot(first), recovered);
      snapshotBytes = Files.size(snapshot(first));
    }
    long last = journals.isEmpty() ? first : Math.max(first, journals.last());
    RecordReader.Result end = readJournals(first, last, recovered);
    removeBefore(first);
    return new Opened(RecordFile.append(journal(last), end), last, snapshotBytes, recovered);
  }

  private void readSnapshot(Path path, Recovered recovered) throws IOException {
    RecordReader.Result read = RecordReader.read(path, recovered::apply);
    if (read.brokenBytes() > 0 || !read.ended()) {
      throw StoreUnreadable.damaged(path, read.wholeBytes(), "a snapshot is never half written");
    }
  }

  private RecordReader.Result readJournals(long first, long last, Recovered recovered)
      throws IOException {
    long nextRecord = 0;
    for (long number = first; ; number++) {
      Path path = journal(number);
      if (!Files.exists(path)) {
        throw StoreUnreadable.missing(path);
      }
      RecordReader.Result read = RecordReader.read(path, recovered::apply);
      if (nextRecord > 0 && read.firstRecord() != nextRecord) {
        throw StoreUnreadable.damaged(path, 0, "records before it are missing");
      }
      nextRecord = read.nextRecord();
      if (read.damaged()) {
        throw StoreUnreadable.damaged(path, read.wholeBytes(), "good records follow a broken one");
      }
      if (read.brokenBytes() > 0 && number < last) {
        throw StoreUnreadable.damaged(path, read.wholeBytes(), "a later journal follows");
      }
      if (read.brokenBytes() > 0) {
        LOG.warn(
            "{}: cut off {} bytes of a record that was being written when the store ended",
            path,
            read.brokenBytes());
      }
      if (number == last) {
        return read;
      }
    }
  }

  Path journal(long number) {
    return folder.resolve("%08d%s".formatted(number, JOURNAL));
  }

  Path snapshot(long number) {
    return folder.resolve("%08d%s".formatted(number, SNAPSHOT));
  }

  /** Removes what a snapshot made superfluous. */
  void removeBefore(long number) throws IOException {
    for (long old : numbers(JOURNAL).headSet(number)) {
      Files.deleteIfExists(journal(old));
    }
    for (long old : numbers(SNAPSHOT).headSet(number)) {
      Files.deleteIfExists(snapshot(old));
    }
  }

  private void removeUnfinished() throws IOException {
    for (Path path : files(".new")) {
      Files.delete(path);
    }
  }

  private NavigableSet<Long> numbers(String ending) throws IOException {
    NavigableSet<Long> numbers = new TreeSet<>();
    for (Path path : files(ending)) {
      String name = path.getFileName().toString();
      numbers.add(Long.valueOf(name.substring(0, name.length() - ending.length())));
    }
    return numbers;
  }

  private Iterable<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.getFileName().toString().endsWith(ending)).toList();
    }
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
