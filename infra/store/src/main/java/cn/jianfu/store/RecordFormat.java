package cn.jianfu.store;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The bytes of a record: mark, number, length of the content, checksum, content. The checksum
 * covers the file's salt too, so that neither another file's blocks nor a document can pass for a
 * record.
 */
final class RecordFormat {
  static final int HEADER = Integer.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES;
  static final int MARK = 0x4a465265;
  static final int FILE_HEADER = 2 * Long.BYTES + Long.BYTES + Integer.BYTES;

  private static final byte[] FILE_MARK = "JFSTORE1".getBytes(StandardCharsets.US_ASCII);

  private RecordFormat() {}

  /** The beginning of a file whose first record has the given number. */
  static ByteBuffer fileHeader(long salt, long firstRecord) {
    ByteBuffer header = ByteBuffer.allocate(FILE_HEADER);
    header.put(FILE_MARK).putLong(salt).putLong(firstRecord);
    header.putInt(checksum(header.slice(0, header.position())));
    return header.flip();
  }

  static boolean isFileHeader(ByteBuffer header) {
    int checked = FILE_HEADER - Integer.BYTES;
    return header.remaining() == FILE_HEADER
        && header.slice(0, FILE_MARK.length).equals(ByteBuffer.wrap(FILE_MARK))
        && header.getInt(checked) == checksum(header.slice(0, checked));
  }

  private static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  /** Makes room for the header; the content is to be written behind it. */
  static void begin(ByteBuf record) {
    record.clear().writeZero(HEADER);
  }

  /** Fills the header in. */
  static void finish(ByteBuf record, long salt, long number) {
    int length = record.readableBytes() - HEADER;
    record.setInt(0, MARK);
    record.setLong(4, number);
    record.setInt(12, length);
    record.setInt(16, checksum(salt, number, record.nioBuffer(HEADER, length)));
  }

  static int checksum(long salt, long number, ByteBuffer content) {
    CRC32C crc = new CRC32C();
    crc.update(
        ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
            .putLong(salt)
            .putLong(number)
            .putInt(content.remaining())
            .flip());
    crc.update(content);
    return (int) crc.getValue();
  }
}
