package cn.jianfu.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How large the run is.
 *
 * @param target folder for the table, the platform's data and the logs
 * @param full whether to measure as long as the figures demand
 * @param only names of the figures to measure; empty for all
 * @param jvm options of the platform's JVM; the default is what {@code mvn -Plocal} gives
 * @param groupsPerTown work groups of each of the ten towns before anything is measured
 */
record LoadSettings(
    Path target, boolean full, Set<String> only, List<String> jvm, int groupsPerTown) {

  private static final Set<String> COMPUTED_HERE =
      Set.of("join", "scan", "changed", "stored", "stored-province", "gateway-province");

  /**
   * So many events in a minute do not fit into the heap of a small machine's platform. Memory that
   * is touched for the first time while the load runs made pauses of seconds in a virtual machine.
   */
  private static final List<String> FOR_A_MINUTE =
      List.of("-Xms8g", "-Xmx8g", "-XX:+AlwaysPreTouch");

  /**
   * From {@code load.target}, {@code load.full}, {@code load.only}, {@code load.jvm} and {@code
   * load.local}, the file with what {@code mvn -Plocal} gives.
   */
  static LoadSettings fromSystemProperties() {
    boolean full = Boolean.getBoolean("load.full");
    return new LoadSettings(
        Path.of(System.getProperty("load.target", "target")).toAbsolutePath(),
        full,
        Set.copyOf(words("load.only", Set.of())),
        List.copyOf(words("load.jvm", asLocal(full))),
        full ? 300 : 100);
  }

  /** The last of two options that say the same counts. */
  private static List<String> asLocal(boolean full) {
    Path file = Path.of(System.getProperty("load.local", "../all-in-one/local.options"));
    try (Stream<String> lines = Files.lines(file)) {
      return Stream.concat(
              lines.map(String::strip).filter(line -> line.startsWith("-")),
              full ? FOR_A_MINUTE.stream() : Stream.empty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Collection<String> words(String property, Collection<String> otherwise) {
    String text = System.getProperty(property, "").strip();
    return text.isEmpty() ? otherwise : List.of(text.split("[\\s,]+"));
  }

  boolean wants(String figure) {
    return only.isEmpty() || only.contains(figure);
  }

  /** The same for a platform with these options, which overrule those that say the same. */
  LoadSettings on(String... options) {
    return new LoadSettings(
        target,
        full,
        only,
        Stream.concat(jvm.stream(), Stream.of(options)).toList(),
        groupsPerTown);
  }

  /** The same with so few groups that they do not count beside what is written into the store. */
  LoadSettings nearlyEmpty() {
    return new LoadSettings(target, full, only, jvm, 1);
  }

  /** Whether all that is asked for is computed here. */
  boolean wantsNoPlatform() {
    return !only.isEmpty() && COMPUTED_HERE.containsAll(only);
  }

  /** Whether the platform that most figures share is asked for. */
  boolean wantsThePlatform() {
    return only.isEmpty() || !Set.of("province", "year").containsAll(only);
  }

  /** Days with counters of each group before anything is measured. */
  int daysBefore() {
    return 10;
  }

  Duration single() {
    return Duration.ofSeconds(full ? 60 : 12);
  }

  int ingestEvents() {
    return full ? 1_200_000 : 40_000;
  }

  Duration ingest() {
    return Duration.ofSeconds(60);
  }

  Duration paced() {
    return Duration.ofSeconds(full ? 300 : 30);
  }

  int drainEvents() {
    return full ? 150_000 : 10_000;
  }

  int pageRequests() {
    return full ? 2_000 : 200;
  }
}
