package cn.jianfu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Records of effects: what comes back from whole, torn and damaged files. */
class RecordTest {
  private Path file = Path.of("none");

  @BeforeTry
  void file() throws IOException {
    file = Files.createTempFile("records", ".journal");
  }

  @AfterTry
  void removeFile() throws IOException {
    Files.deleteIfExists(file);
  }

  @Property(tries = 100)
  void effectsComeBackAsTheyWere(@ForAll("batches") List<List<Effect>> batches) throws IOException {
    write(batches);
    List<Effect> read = new ArrayList<>();
    RecordReader.Result result = RecordReader.read(file, read::add);
    assertThat(texts(read)).isEqualTo(texts(batches.stream().flatMap(List::stream).toList()));
    assertThat(result.brokenBytes()).isZero();
    assertThat(result.nextRecord()).isEqualTo(1 + batches.size());
  }

  @Property(tries = 15)
  void aTailTornAtAnyByteLosesTheLastRecordOnly(@ForAll("batches") List<List<Effect>> batches)
      throws IOException {
    long lastRecord = write(batches);
    byte[] whole = Files.readAllBytes(file);
    List<Effect> kept =
        batches.subList(0, batches.size() - 1).stream().flatMap(List::stream).toList();
    for (int length = (int) lastRecord; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<Effect> read = new ArrayList<>();
      RecordReader.Result result = RecordReader.read(file, read::add);
      assertThat(texts(read)).isEqualTo(texts(kept));
      assertThat(result.damaged()).isFalse();
      assertThat(result.wholeBytes()).isEqualTo(lastRecord);
      assertThat(result.brokenBytes()).isEqualTo(length - lastRecord);
    }
  }

  @Property(tries = 15)
  void writingGoesOnBehindATornTail(@ForAll("batches") List<List<Effect>> batches)
      throws IOException {
    long lastRecord = write(batches);
    try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(lastRecord + 5);
    }
    RecordReader.Result torn = RecordReader.read(file, effect -> {});
    try (RecordFile again = RecordFile.append(file, torn)) {
      again.append(batches.getLast());
    }
    List<Effect> read = new ArrayList<>();
    assertThat(RecordReader.read(file, read::add).brokenBytes()).isZero();
    assertThat(texts(read)).isEqualTo(texts(batches.stream().flatMap(List::stream).toList()));
  }

  /** In the last record a flipped bit looks like a torn one; before it, like the damage it is. */
  @Property(tries = 60)
  void aFlippedBitIsNeverReadAsAnEffect(
      @ForAll("batches") List<List<Effect>> batches, @ForAll long place) throws IOException {
    long lastRecord = write(batches);
    byte[] bytes = Files.readAllBytes(file);
    int bits = (bytes.length - RecordFormat.FILE_HEADER) * 8;
    int bit = Math.floorMod(place, bits) + RecordFormat.FILE_HEADER * 8;
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    Files.write(file, bytes);
    List<Effect> read = new ArrayList<>();
    RecordReader.Result result = RecordReader.read(file, read::add);
    List<String> written = texts(batches.stream().flatMap(List::stream).toList());
    assertThat(texts(read)).isEqualTo(written.subList(0, read.size()));
    assertThat(result.brokenBytes()).isPositive();
    assertThat(result.damaged()).isEqualTo(bit / 8 < lastRecord);
  }

  /** Returns where the last record begins. */
  private long write(List<List<Effect>> batches) throws IOException {
    long lastRecord = 0;
    try (RecordFile out = RecordFile.create(file, 1)) {
      for (List<Effect> batch : batches) {
        lastRecord = out.size();
        out.append(batch);
      }
    }
    return lastRecord;
  }

  private static List<String> texts(List<Effect> effects) {
    return effects.stream()
        .map(effect ->
            switch (effect) {
              case Effect.Put put ->
                  "put %s %d %s"
                      .formatted(put.collection(), put.position(), Arrays.toString(put.content()));
              case Effect.Remove remove -> remove.toString();
              case Effect.Drop drop -> drop.toString();
            })
        .toList();
  }

  @Provide
  Arbitrary<List<List<Effect>>> batches() {
    return effect().list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(2).ofMaxSize(5);
  }

  private static Arbitrary<Effect> effect() {
    Arbitrary<String> collections = Arbitraries.of("group.groups", "group.people", "报表.表");
    Arbitrary<Long> positions = Arbitraries.longs();
    Arbitrary<byte[]> contents = Arbitraries.bytes().array(byte[].class).ofMaxSize(80);
    return Arbitraries.oneOf(
        Combinators.combine(collections, positions, contents).as(Effect.Put::new),
        Combinators.combine(collections, positions).as(Effect.Remove::new),
        collections.map(Effect.Drop::new));
  }
}
