package cn.jianfu.store;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;

/** A file of numbered records, open for appending. */
final class RecordFile implements AutoCloseable {
  // The JDK keeps a direct buffer as large as the largest write.
  private static final int SLICE = 1 << 20;
  private static final int KEPT_BUFFER = 8 << 20;

  private final FileChannel channel;
  private final long salt;
  private long nextRecord;
  private ByteBuf record = Unpooled.buffer(1 << 16);

  private RecordFile(FileChannel channel, long salt, long nextRecord) {
    this.channel = channel;
    this.salt = salt;
    this.nextRecord = nextRecord;
  }

  /** Creates a file that appears under its name only with its whole header. */
  static RecordFile create(Path path, long firstRecord) throws IOException {
    RecordFile file = createHidden(path, firstRecord);
    publish(path);
    return file;
  }

  /** Creates a file that is to be published under its name later. */
  static RecordFile createHidden(Path path, long firstRecord) throws IOException {
    FileChannel channel =
        FileChannel.open(
            hidden(path),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    long salt = new SecureRandom().nextLong();
    RecordFile file = new RecordFile(channel, salt, firstRecord);
    file.write(RecordFormat.fileHeader(salt, firstRecord));
    channel.force(true);
    return file;
  }

  static void publish(Path path) throws IOException {
    Files.move(hidden(path), path, StandardCopyOption.ATOMIC_MOVE);
    forceFolder(path.resolveSibling("."));
  }

  static Path hidden(Path path) {
    return path.resolveSibling(path.getFileName() + ".new");
  }

  static void forceFolder(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** Opens a file that was read, behind its last whole record; what follows is cut off. */
  static RecordFile append(Path path, RecordReader.Result read) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
    if (channel.size() > read.wholeBytes()) {
      channel.truncate(read.wholeBytes());
      channel.force(true);
    }
    channel.position(read.wholeBytes());
    return new RecordFile(channel, read.salt(), read.nextRecord());
  }

  /** Writes effects as one record, of which all or nothing will be read back. */
  void append(List<Effect> effects) throws IOException {
    RecordFormat.begin(record);
    EffectCodec.encode(effects, record);
    RecordFormat.finish(record, salt, nextRecord);
    write(record.nioBuffer());
    nextRecord++;
    if (record.capacity() > KEPT_BUFFER) {
      record = Unpooled.buffer(SLICE);
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      bytes.limit(Math.min(end, bytes.position() + SLICE));
      channel.write(bytes);
    }
  }

  void force() throws IOException {
    channel.force(false);
  }

  long size() throws IOException {
    return channel.position();
  }

  long nextRecord() {
    return nextRecord;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
