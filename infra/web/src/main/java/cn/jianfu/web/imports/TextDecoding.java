package cn.jianfu.web.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The text of a file that does not say its encoding. */
final class TextDecoding {

  /** UTF-8 first: what is not UTF-8 can be GB18030, but nearly everything can. */
  private static final List<Charset> GUESSES =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

  private TextDecoding() {}

  static String decode(byte[] file) {
    var marked = markedEncoding(file);
    var text =
        (marked.isPresent() ? List.of(marked.get()) : GUESSES)
            .stream()
                .flatMap(charset -> decode(file, charset).stream())
                .findFirst()
                .orElseThrow(() -> FileProblems.of(FileProblems.UNKNOWN_ENCODING));
    if (text.indexOf('\0') >= 0) {
      throw FileProblems.of(FileProblems.UNREADABLE);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Optional<Charset> markedEncoding(byte[] file) {
    if (file.length >= 2 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (file.length >= 2 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return Optional.empty();
  }

  private static Optional<String> decode(byte[] file, Charset charset) {
    try {
      var text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file));
      return Optional.of(text.toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
