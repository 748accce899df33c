package cn.jianfu.group;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Words that this service publishes and that others recognise: they are never changed. */
public final class PublishedWords {

  private PublishedWords() {}

  /** Reasons of decisions that no person wrote. */
  public static List<String> decisionReasons() {
    try (InputStream file =
        PublishedWords.class.getResourceAsStream("/words/decision-reasons.txt")) {
      byte[] bytes = Objects.requireNonNull(file, "is among the contracts").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
