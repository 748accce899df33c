package cn.jianfu.report.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;

/**
 * The files that pages may load, and no others: WebJars hold far more than is used. Each has an
 * address that changes with its content, so that browsers may keep it for good.
 */
final class Assets {

  private static final MediaType SCRIPT = MediaType.valueOf("text/javascript;charset=UTF-8");
  private static final MediaType STYLE = MediaType.valueOf("text/css;charset=UTF-8");
  private static final MediaType ICON = MediaType.valueOf("image/svg+xml");

  private static final String OWN = "report/static/";
  private static final String JARS = "META-INF/resources/webjars/";

  private final Map<String, Asset> byName =
      Stream.of(
              read("console.css", OWN + "console.css", STYLE),
              read("console.js", OWN + "console.js", SCRIPT),
              read("charts.js", OWN + "charts.js", SCRIPT),
              read("icon.svg", OWN + "icon.svg", ICON),
              read("htmx.js", JARS + "htmx.org/*/dist/htmx.min.js", SCRIPT),
              read("htmx-sse.js", JARS + "htmx-ext-sse/*/sse.js", SCRIPT),
              read("echarts.js", JARS + "echarts/*/echarts.common.min.js", SCRIPT))
          .collect(Collectors.toUnmodifiableMap(Asset::name, asset -> asset));

  /** A file as it is sent; {@code version} is a hash of its content. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and copying a megabyte helps nobody
  record Asset(String name, String version, MediaType type, byte[] plain, byte[] gzipped) {

    String address() {
      return "/assets/" + version + "/" + name;
    }
  }

  String address(String name) {
    var asset = byName.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("No such asset: " + name);
    }
    return asset.address();
  }

  @Nullable Asset find(String version, String name) {
    var asset = byName.get(name);
    return asset != null && asset.version().equals(version) ? asset : null;
  }

  private static Asset read(String name, String path, MediaType type) {
    try {
      var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + path);
      if (found.length != 1) {
        throw new IllegalStateException(found.length + " files match " + path);
      }
      var bytes = found[0].getContentAsByteArray();
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(name, HexFormat.of().formatHex(hash, 0, 6), type, bytes, gzip(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
