package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is carried to a town on a stick or over a thin line stays small. */
@Tag("containers")
class ImageSizesTest {

  /** Bytes, as {@code docker save | gzip -6} gives them. */
  private static final long LARGEST = 130_000_000;

  @ParameterizedTest
  @ValueSource(strings = {"identity", "group-service", "report-gateway"})
  void aServicesImageIsSmallEnoughToBeCarried(String service) throws IOException {
    String image = Images.orSkip().prefix() + service + ":0.1.0";

    long bytes = zipped(image);

    System.out.printf("%s: %.1f MB at gzip -6%n", image, bytes / 1e6);
    assertThat(bytes).as(image).isBetween(1_000_000L, LARGEST);
  }

  private static long zipped(String image) throws IOException {
    Counting counting = new Counting();
    // Deflates at level 6 unless told otherwise.
    try (InputStream saved = Engine.client().saveImageCmd(image).exec();
        OutputStream zip = new GZIPOutputStream(counting, 1 << 16)) {
      saved.transferTo(zip);
    }
    return counting.bytes;
  }

  /** Keeps nothing. */
  private static final class Counting extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int count) {
      bytes += count;
    }
  }
}
