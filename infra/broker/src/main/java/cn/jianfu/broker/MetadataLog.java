package cn.jianfu.broker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.RecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * Looks the log of topics and settings through before Kafka does: Kafka cuts it at the first wrong
 * checksum, takes the topics behind it for strays and deletes their records.
 */
final class MetadataLog {

  private MetadataLog() {}

  static void refuseDamaged(Path log) {
    Path folder = log.resolve("__cluster_metadata-0");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> segments = Files.newDirectoryStream(folder, "*.log")) {
      for (Path segment : segments) {
        check(segment);
      }
    } catch (IOException failure) {
      throw new BrokerException("cannot read the broker's folder " + folder, failure);
    }
  }

  private static void check(Path segment) throws IOException {
    int position = 0;
    try (FileRecords records = FileRecords.open(segment.toFile(), false)) {
      for (RecordBatch batch : records.batches()) {
        position += batch.sizeInBytes();
        // A wrong batch at the very end was cut while it was written; Kafka drops it rightly.
        if (!batch.isValid() && position < records.sizeInBytes()) {
          throw damaged(segment, null);
        }
      }
    } catch (KafkaException unreadable) {
      if (!onlyZeros(segment, position)) {
        throw damaged(segment, unreadable);
      }
    }
  }

  /** What a file system leaves behind a write that a power failure interrupted. */
  private static boolean onlyZeros(Path segment, int from) throws IOException {
    byte[] bytes = Files.readAllBytes(segment);
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] != 0) {
        return false;
      }
    }
    return true;
  }

  private static BrokerException damaged(Path segment, @Nullable Throwable cause) {
    return new BrokerException(
        "the broker's record of its topics, "
            + segment
            + ", is damaged; restore the broker's folder from a backup, or move it away to begin"
            + " anew and publish again",
        cause);
  }
}
