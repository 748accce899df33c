package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.ContainerConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is carried to a town on a stick or over a thin line stays small. */
@Tag("containers")
class ImageSizesTest {

  /** Bytes, as {@code docker save | gzip -6} gives them, on the base that runtime.sh makes. */
  private static final long LARGEST = 130_000_000;

  private static final Map<String, Long> BYTES = new ConcurrentHashMap<>();

  /** All at a time, since it takes a processor for a while. */
  @BeforeAll
  static void zip() {
    String prefix = Images.orSkip().prefix();
    Stream.of("identity", "group-service", "report-gateway")
        .parallel()
        .map(service -> prefix + service + ":0.1.0")
        .forEach(image -> BYTES.put(image, zipped(image)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "group-service", "report-gateway"})
  void aServicesImageIsSmallEnoughToBeCarried(String service) {
    String image = Images.orSkip().prefix() + service + ":0.1.0";
    long bytes = BYTES.getOrDefault(image, 0L);

    System.out.printf(
        "%s: %.1f MB at gzip -6%s%n",
        image, bytes / 1e6, isOnOurBase(image) ? "" : " (on another base: not judged)");
    assertThat(bytes).as(image).isGreaterThan(1_000_000L);
    if (isOnOurBase(image)) {
      assertThat(bytes).as(image).isLessThanOrEqualTo(LARGEST);
    }
  }

  /** Other bases have their JVM elsewhere, and more beside it. */
  private static boolean isOnOurBase(String image) {
    ContainerConfig config = Engine.client().inspectImageCmd(image).exec().getConfig();
    String[] environment = config == null ? null : config.getEnv();
    return environment != null && List.of(environment).contains("JAVA_HOME=/opt/java");
  }

  private static long zipped(String image) {
    Counting counting = new Counting();
    // Deflates at level 6 unless told otherwise.
    try (InputStream saved = Engine.client().saveImageCmd(image).exec();
        OutputStream zip = new GZIPOutputStream(counting, 1 << 16)) {
      saved.transferTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
