package cn.jianfu.web.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Walks once through the parts of an XLSX file before anything else reads it: counts what it really
 * expands to, refuses document types (and with them entities), and notes merged cells.
 */
final class ZipGuard {

  private static final int PACKED_THAT_NEVER_MATTERS = 100_000;

  private final FileLimits limits;
  private long expanded;

  ZipGuard(FileLimits limits) {
    this.limits = limits;
  }

  /** Parts by their path inside the file, of those that are XML. */
  Map<String, XmlPart> inspect(byte[] file) throws IOException, XMLStreamException {
    var parts = new HashMap<String, XmlPart>();
    var most = mostExpanded(file.length);
    int entries = 0;
    try (var zip = opened(file)) {
      for (var entry : Collections.list(zip.getEntries())) {
        if (++entries > limits.entries() || entry.getName().contains("..")) {
          throw FileProblems.of(FileProblems.SUSPICIOUS);
        }
        requirePackedAsUsual(entry);
        try (var content = new Counted(zip.getInputStream(entry), most)) {
          if (!isXml(entry.getName())) {
            content.transferTo(OutputStream.nullOutputStream());
          } else if (parts.put(entry.getName(), XmlPart.read(content)) != null) {
            throw FileProblems.of(FileProblems.SUSPICIOUS);
          }
        }
      }
    }
    return parts;
  }

  /** Spreadsheets are stored or deflated; for other ways the library wants libraries of its own. */
  private static void requirePackedAsUsual(ZipArchiveEntry entry) throws ZipException {
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      throw new ZipException("packed by method " + entry.getMethod());
    }
  }

  private static ZipFile opened(byte[] file) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
  }

  private static boolean isXml(String name) {
    return name.endsWith(".xml") || name.endsWith(".rels");
  }

  private long mostExpanded(long packed) {
    var byRatio = Math.max(packed, PACKED_THAT_NEVER_MATTERS) * limits.ratio();
    return Math.min(byRatio, limits.expanded().toBytes());
  }

  private final class Counted extends FilterInputStream {

    private final long most;

    Counted(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    private void count(int n) {
      expanded += n;
      if (expanded > most) {
        throw FileProblems.of(FileProblems.SUSPICIOUS);
      }
    }
  }
}
