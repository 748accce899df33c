package cn.jianfu.web.imports;

import org.jspecify.annotations.Nullable;

/**
 * Reads a file that people have uploaded, whatever they call it. Blocking; not on an event loop.
 */
public final class SheetReader {

  private final FileLimits limits;

  public SheetReader(FileLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads one sheet.
   *
   * @param sheet its name; null for the first visible one
   * @throws cn.jianfu.web.problem.ProblemException when the file is not taken
   */
  public Sheet read(byte[] file, @Nullable String sheet) {
    if (file.length == 0) {
      throw FileProblems.of(FileProblems.EMPTY);
    }
    if (file.length > limits.size().toBytes()) {
      throw FileProblems.tooLarge("file-bytes", limits.size().toBytes());
    }
    if (startsWith(file, 'P', 'K')) {
      return new XlsxReader(limits).read(file, sheet);
    }
    if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw FileProblems.of(FileProblems.OLD_FORMAT);
    }
    return new CsvReader(limits).read(file);
  }

  private static boolean startsWith(byte[] file, int... magic) {
    if (file.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((file[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
