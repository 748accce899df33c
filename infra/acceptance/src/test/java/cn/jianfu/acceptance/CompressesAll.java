package cn.jianfu.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;
import org.apache.kafka.common.utils.ByteBufferOutputStream;

/** Runs in a container, and prints which of Kafka's compressions work with what the image has. */
final class CompressesAll {

  private CompressesAll() {}

  public static void main(String[] arguments) throws IOException {
    byte[] said = "减负".repeat(2_000).getBytes(StandardCharsets.UTF_8);
    for (CompressionType type : CompressionType.values()) {
      ByteBufferOutputStream packed = new ByteBufferOutputStream(said.length * 2);
      Compression compression = Compression.of(type).build();
      try (OutputStream out = compression.wrapForOutput(packed, RecordBatch.CURRENT_MAGIC_VALUE)) {
        out.write(said);
      }
      packed.buffer().flip();
      try (InputStream in =
          compression.wrapForInput(
              packed.buffer(), RecordBatch.CURRENT_MAGIC_VALUE, BufferSupplier.create())) {
        System.out.println(
            type.name + (Arrays.equals(in.readAllBytes(), said) ? " works" : " garbles"));
      }
    }
  }
}
