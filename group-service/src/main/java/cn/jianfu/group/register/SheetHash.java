package cn.jianfu.group.register;

import cn.jianfu.web.imports.Sheet;
import cn.jianfu.web.imports.SheetRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two uploads the same: the content of the sheet and how it is to be read. */
final class SheetHash {

  private SheetHash() {}

  static String of(Sheet sheet, String asked) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(asked.getBytes(StandardCharsets.UTF_8));
      for (SheetRow row : sheet.rows()) {
        digest.update(row.toString().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
