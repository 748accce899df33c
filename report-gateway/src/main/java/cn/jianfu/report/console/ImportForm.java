package cn.jianfu.report.console;

import cn.jianfu.report.group.RegisterImports.Wish;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What was sent to be imported.
 *
 * @param file empty when none was chosen
 * @param imports whether it is to be imported, and not only checked
 * @param columns answers such as {@code H=MATTER}
 * @param groups answers such as {@code 12=NEW}
 * @param key of the page that it was sent from
 * @param of hash of the file about which the answers were given; empty when nothing was asked yet
 */
record ImportForm(
    ByteBuffer file,
    boolean imports,
    boolean atomic,
    List<String> columns,
    List<String> groups,
    String key,
    String of) {

  private static final Pattern COLUMN = Pattern.compile("[A-Z]{1,3}=[A-Z_]{1,20}");
  private static final Pattern GROUP = Pattern.compile("[0-9]{1,6}=\\S{1,1300}");

  /** More columns than a sheet may have, and more questions than anybody answers. */
  private static final int MOST_ANSWERS = 500;

  ImportForm {
    columns = understood(columns, COLUMN);
    groups = understood(groups, GROUP);
  }

  boolean hasFile() {
    return file.hasRemaining();
  }

  byte[] bytes() {
    byte[] bytes = new byte[file.remaining()];
    file.duplicate().get(bytes);
    return bytes;
  }

  Wish wish() {
    return new Wish(!imports, atomic, columns, groups);
  }

  /**
   * With another file than the answers are about, they are of other rows: it is only checked,
   * without them.
   */
  ImportForm withoutAnswersToAnother() {
    boolean fits = (columns.isEmpty() && groups.isEmpty()) || of.equals(hash());
    return fits ? this : new ImportForm(file, false, atomic, List.of(), List.of(), key, of);
  }

  /** Of the file. */
  String hash() {
    return digest("");
  }

  /** The same for the same file with the same answers, so that a repeat imports nothing again. */
  String repeatable() {
    return digest(key + "\n" + wish() + "\n");
  }

  private String digest(String before) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(before.getBytes(StandardCharsets.UTF_8));
      digest.update(file.duplicate());
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<String> understood(List<String> answers, Pattern pattern) {
    return answers.stream()
        .filter(it -> pattern.matcher(it).matches())
        .limit(MOST_ANSWERS)
        .toList();
  }
}
