package cn.jianfu.web.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlimJarsTest {

  private static final Instant MADE = Instant.parse("2026-11-28T08:00:00Z");
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final ForeignNatives HERE = ForeignNatives.on("amd64");

  @TempDir private Path folder;

  @Test
  void whatStaysIsAsItWasAndNotCompressed() throws IOException {
    Path jar = jar(MANIFEST, "b/B.class", "a/A.class", "linux/amd64/libz.so", "win/amd64/z.dll");

    SlimJars.slim(jar, HERE);

    try (ZipFile slim = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> entries = slim.stream().toList();
      assertThat(entries)
          .extracting(ZipEntry::getName)
          .containsExactly(MANIFEST, "b/B.class", "a/A.class", "linux/amd64/libz.so");
      assertThat(entries).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
      for (ZipEntry entry : entries) {
        assertThat(slim.getInputStream(entry)).hasBinaryContent(content(entry.getName()));
      }
    }
  }

  /** By its time and length a JVM decides whether an archive of classes was made of this jar. */
  @Test
  void theJarKeepsItsTime() throws IOException {
    Path jar = jar(MANIFEST);

    SlimJars.slim(jar, HERE);

    assertThat(Files.getLastModifiedTime(jar)).isEqualTo(FileTime.from(MADE));
  }

  @Test
  void ofASignedJarNothingIsTaken() throws IOException {
    Path jar = jar(MANIFEST, "META-INF/VENDOR.SF", "win/amd64/z.dll");

    SlimJars.slim(jar, HERE);

    try (ZipFile slim = new ZipFile(jar.toFile())) {
      assertThat(slim.getEntry("win/amd64/z.dll")).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux/amd64/libzstd-jni.so",
        "org/xerial/snappy/native/Linux/x86_64/libsnappyjava.so",
        "META-INF/native/libnetty_transport_native_epoll_x86_64.so",
        "somewhere/libunknown.so",
        "win/Windows.class"
      })
  void whatMayBeNeededHereStays(String entry) {
    assertThat(HERE.test(entry)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linux/aarch64/libzstd-jni.so",
        "freebsd/amd64/libzstd-jni.so",
        "win/amd64/libzstd-jni.dll",
        "org/xerial/snappy/native/AIX/ppc64/libsnappyjava.a",
        "org/xerial/snappy/native/SunOS/x86_64/libsnappyjava.so",
        "org/xerial/snappy/native/Linux/android-aarch64/libsnappyjava.so",
        "META-INF/native/libnetty_resolver_dns_native_macos_x86_64.jnilib"
      })
  void whatIsOfAnotherPlatformGoes(String entry) {
    assertThat(HERE.test(entry)).isTrue();
  }

  @Test
  void eachProcessorHasItsOwn() {
    assertThat(ForeignNatives.on("aarch64").test("linux/aarch64/liblz4-java.so")).isFalse();
    assertThat(ForeignNatives.on("aarch64").test("linux/amd64/liblz4-java.so")).isTrue();
    assertThat(ForeignNatives.on("unheard-of").test("linux/amd64/liblz4-java.so")).isFalse();
  }

  private Path jar(String... entries) throws IOException {
    Path jar = folder.resolve("some.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(content(entry));
        zip.closeEntry();
      }
    }
    Files.setLastModifiedTime(jar, FileTime.from(MADE));
    return jar;
  }

  private static byte[] content(String entry) {
    return entry.repeat(50).getBytes(StandardCharsets.UTF_8);
  }
}
