package cn.jianfu.web.imports;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * A file while it arrives. What is beyond the limit is let go, but for a while still read, because
 * a client that is cut off while it sends does not hear why.
 */
final class Gathered {

  private static final int TIMES_READ = 4;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final long most;
  private long arrived;

  Gathered(long most) {
    this.most = most;
  }

  /** Takes the buffer over; how many bytes have arrived. */
  long add(DataBuffer buffer) {
    try {
      arrived += buffer.readableByteCount();
      if (arrived > most * TIMES_READ) {
        throw FileProblems.tooLarge("file-bytes", most);
      }
      if (arrived <= most) {
        byte[] some = new byte[buffer.readableByteCount()];
        buffer.read(some);
        bytes.writeBytes(some);
      }
      return arrived;
    } finally {
      DataBufferUtils.release(buffer);
    }
  }

  byte[] bytes() {
    if (arrived > most) {
      throw FileProblems.tooLarge("file-bytes", most);
    }
    return bytes.toByteArray();
  }
}
