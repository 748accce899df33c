package cn.jianfu.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** The broker's folder, held by one broker at a time, formatted when it is new. */
final class BrokerFolder implements AutoCloseable {

  private final Path root;
  private final FileChannel lockFile;

  private BrokerFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  static BrokerFolder claim(Path root) {
    FileChannel file = open(root);
    if (lock(file, root) == null) {
      close(file);
      throw new BrokerException(
          "another broker uses the folder " + root + "; stop it or choose another folder");
    }
    return new BrokerFolder(root, file);
  }

  /** Kafka's own folder beside our lock, because Kafka wants nothing foreign in it. */
  Path log() {
    return root.resolve("log");
  }

  void formatWhenNew(int nodeId, String controllerListener) {
    if (Files.exists(log().resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    try {
      Files.createDirectories(log());
      new Formatter()
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(nodeId)
          .addDirectory(log().toString())
          .setMetadataLogDirectory(log().toString())
          .setControllerListenerName(controllerListener)
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception failure) {
      throw new BrokerException("cannot format the broker's folder " + root, failure);
    }
  }

  @Override
  public void close() {
    close(lockFile);
  }

  private static FileChannel open(Path root) {
    try {
      Files.createDirectories(root);
      return FileChannel.open(
          root.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException failure) {
      throw new BrokerException("cannot write to the broker's folder " + root, failure);
    }
  }

  private static @Nullable FileLock lock(FileChannel file, Path root) {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisJvm) {
      return null;
    } catch (IOException failure) {
      throw new BrokerException("cannot lock the broker's folder " + root, failure);
    }
  }

  private static void close(FileChannel file) {
    try {
      file.close();
    } catch (IOException failure) {
      throw new BrokerException("cannot release the broker's folder", failure);
    }
  }
}
