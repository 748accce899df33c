package cn.jianfu.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder in which everything is kept over restarts; one platform at a time has it. */
final class DataFolder implements AutoCloseable {

  private final Path root;
  private final FileChannel channel;

  private DataFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Takes the folder, made if absent, emptied first when asked to.
   *
   * @throws CannotStart when another platform has it
   */
  static DataFolder take(Path root, boolean reset) {
    try {
      Files.createDirectories(root);
      Path lockFile = root.resolve("lock");
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new CannotStart(
            "The platform is already running on the data in "
                + root
                + ". Stop it first (Ctrl+C where it runs), or start this one with another folder:"
                + " -Djianfu.data=<folder>.");
      }
      if (reset) {
        empty(root, lockFile);
      }
      return new DataFolder(root, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder " + root + " cannot be used", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  private static void empty(Path root, Path except) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(root) && !file.equals(except)) {
          Files.delete(file);
        }
      }
    }
  }

  Path of(String name) {
    return root.resolve(name);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
