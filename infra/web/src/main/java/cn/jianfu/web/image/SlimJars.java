package cn.jianfu.web.image;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * {@code SlimJars folder}: writes every jar below the folder anew, without native libraries of
 * other platforms, and not compressed. An image is compressed as a whole, when it is sent; then
 * classes of a jar that are alike cost little, of which nothing is left where each is compressed by
 * itself. It needs nothing but the JDK's base module, so that any JRE runs it.
 */
public final class SlimJars {

  private SlimJars() {}

  public static void main(String[] arguments) throws IOException {
    ForeignNatives foreign = ForeignNatives.on(System.getProperty("os.arch", ""));
    for (Path jar : jarsBelow(Path.of(arguments[0]))) {
      slim(jar, foreign);
    }
  }

  /** The jar keeps its time, by which a JVM knows it again, and from which a layer is the same. */
  static void slim(Path jar, ForeignNatives foreign) throws IOException {
    Path slim = jar.resolveSibling(jar.getFileName() + ".slim");
    try (ZipFile before = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(slim);
        ZipOutputStream after = new ZipOutputStream(file)) {
      boolean signed = before.stream().map(ZipEntry::getName).anyMatch(SlimJars::isSignature);
      // In their order: the manifest is looked for at the beginning.
      for (ZipEntry entry : before.stream().toList()) {
        // What is signed is signed as a whole.
        if (signed || !foreign.test(entry.getName())) {
          store(entry, before.getInputStream(entry).readAllBytes(), after);
        }
      }
    }
    Files.setLastModifiedTime(slim, Files.getLastModifiedTime(jar));
    Files.move(slim, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void store(ZipEntry entry, byte[] content, ZipOutputStream after)
      throws IOException {
    CRC32 check = new CRC32();
    check.update(content);
    ZipEntry stored = new ZipEntry(entry.getName());
    stored.setTimeLocal(entry.getTimeLocal());
    stored.setMethod(ZipEntry.STORED);
    stored.setSize(content.length);
    stored.setCrc(check.getValue());
    after.putNextEntry(stored);
    after.write(content);
    after.closeEntry();
  }

  private static boolean isSignature(String name) {
    return name.startsWith("META-INF/") && name.endsWith(".SF");
  }

  private static List<Path> jarsBelow(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
