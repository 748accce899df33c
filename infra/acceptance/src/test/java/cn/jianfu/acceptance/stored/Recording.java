package cn.jianfu.acceptance.stored;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What one version of the platform had in its store and its topics at the end of a day, and what it
 * answered about it: a folder of that version's name with one compressed file of lines for each.
 */
record Recording(Path folder) {

  private static final Path ALL = Path.of("src", "test", "recorded");

  static Recording of(String version) {
    return new Recording(ALL.resolve(version));
  }

  /** Of every version that was ever recorded; none of them is to be thrown away. */
  static Stream<Recording> all() {
    try (Stream<Path> folders = Files.list(ALL)) {
      return folders.sorted().map(Recording::new).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The day that was recorded. */
  String day() {
    return read("day").getFirst();
  }

  /** One JSON object for each document: database, collection, document. */
  List<String> documents() {
    return read("store");
  }

  /** One JSON object for each record, in order of each partition. */
  List<String> records() {
    return read("topics");
  }

  /** One JSON object for each partition that a consumer group has read. */
  List<String> offsets() {
    return read("offsets");
  }

  /** One JSON object for each question: asked, answer. */
  List<String> answers() {
    return read("answers");
  }

  private List<String> read(String name) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file(name))), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeDay(String day) {
    write("day", List.of(day));
  }

  void write(String name, List<String> lines) {
    try {
      Files.createDirectories(folder);
      try (Writer out =
          new OutputStreamWriter(
              new GZIPOutputStream(Files.newOutputStream(file(name))), StandardCharsets.UTF_8)) {
        for (String line : lines) {
          out.write(line);
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".gz");
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
