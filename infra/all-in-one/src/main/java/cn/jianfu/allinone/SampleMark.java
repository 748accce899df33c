package cn.jianfu.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Remembers how far the sample is, so that it is loaded once, also when loading was cut short. */
record SampleMark(Path data) {

  boolean isDone() {
    return Files.exists(data.resolve("sample-filled"));
  }

  /** The day as of which the sample is: the one on which loading it began first. */
  LocalDate begunOn(LocalDate today) {
    Path begun = data.resolve("sample-day");
    try {
      if (!Files.exists(begun)) {
        Files.writeString(begun, today.toString());
      }
      String day = Files.readString(begun).strip();
      // Killed while the day was being written: nothing of the sample was sent yet.
      return day.isEmpty() ? today : LocalDate.parse(day);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the sample's day was filled in to the end. */
  boolean isOver(LocalDate day) {
    try {
      Path over = data.resolve("sample-over");
      String last = Files.exists(over) ? Files.readString(over).strip() : "";
      return !last.isEmpty() && !day.isAfter(LocalDate.parse(last));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void over(LocalDate day) {
    try {
      Files.writeString(data.resolve("sample-over"), day.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void done() {
    try {
      Files.createFile(data.resolve("sample-filled"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
