package cn.jianfu.store;

import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads a file of records up to the first that is not whole. A record is begun only when all before
 * it are forced, so a whole record behind a broken one means damage and not a crash while writing.
 */
final class RecordReader {

  /**
   * What was found.
   *
   * @param wholeBytes length of the file up to its last whole record
   * @param brokenBytes what follows that
   * @param damaged true when whole records follow the broken bytes
   * @param ended true when the last record is the empty one that ends a snapshot
   */
  record Result(
      long salt,
      long firstRecord,
      long nextRecord,
      long wholeBytes,
      long brokenBytes,
      boolean damaged,
      boolean ended) {}

  private final Path path;
  private final DataInputStream in;
  private long salt;
  private long firstRecord;
  private long nextRecord;
  private long wholeBytes;
  private boolean ended;

  private RecordReader(Path path, DataInputStream in) {
    this.path = path;
    this.in = in;
  }

  static Result read(Path path, Consumer<Effect> effects) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 20))) {
      RecordReader reader = new RecordReader(path, in);
      reader.readHeader();
      return reader.readRecords(effects);
    }
  }

  private void readHeader() throws IOException {
    ByteBuffer header = ByteBuffer.wrap(in.readNBytes(RecordFormat.FILE_HEADER));
    if (!RecordFormat.isFileHeader(header)) {
      throw StoreUnreadable.damaged(path, 0, "it does not begin like a file of this store");
    }
    salt = header.getLong(8);
    firstRecord = header.getLong(16);
    nextRecord = firstRecord;
    wholeBytes = RecordFormat.FILE_HEADER;
  }

  private Result readRecords(Consumer<Effect> effects) throws IOException {
    long size = Files.size(path);
    while (wholeBytes < size && readRecord(size, effects)) {
      // One after another.
    }
    long broken = size - wholeBytes;
    boolean damaged = broken > 0 && hasWholeRecordAfter(wholeBytes);
    return new Result(salt, firstRecord, nextRecord, wholeBytes, broken, damaged, ended);
  }

  private boolean readRecord(long size, Consumer<Effect> effects) throws IOException {
    if (size - wholeBytes < RecordFormat.HEADER
        || in.readInt() != RecordFormat.MARK
        || in.readLong() != nextRecord) {
      return false;
    }
    int length = in.readInt();
    int checksum = in.readInt();
    if (length < 0 || length > size - wholeBytes - RecordFormat.HEADER) {
      return false;
    }
    byte[] content = in.readNBytes(length);
    if (RecordFormat.checksum(salt, nextRecord, ByteBuffer.wrap(content)) != checksum) {
      return false;
    }
    EffectCodec.decode(Unpooled.wrappedBuffer(content), effects);
    ended = length == 0;
    nextRecord++;
    wholeBytes += RecordFormat.HEADER + length;
    return true;
  }

  private boolean hasWholeRecordAfter(long position) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      long rest = channel.size() - position;
      ByteBuffer bytes =
          channel.map(FileChannel.MapMode.READ_ONLY, position, Math.min(rest, Integer.MAX_VALUE));
      for (int at = 1; at <= bytes.limit() - RecordFormat.HEADER; at++) {
        if (bytes.getInt(at) == RecordFormat.MARK && isWhole(bytes, at)) {
          return true;
        }
      }
      return false;
    }
  }

  private boolean isWhole(ByteBuffer bytes, int at) {
    long number = bytes.getLong(at + 4);
    int length = bytes.getInt(at + 12);
    int content = at + RecordFormat.HEADER;
    return number > nextRecord
        && length >= 0
        && length <= bytes.limit() - content
        && RecordFormat.checksum(salt, number, bytes.slice(content, length))
            == bytes.getInt(at + 16);
  }
}
