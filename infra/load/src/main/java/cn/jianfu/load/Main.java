package cn.jianfu.load;

import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.FigureTable;
import cn.jianfu.load.stats.Goal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Starts a platform, measures all figures, prints the table and writes it to a file. */
public final class Main {

  private final LoadSettings settings;
  private final List<Figure> figures = new ArrayList<>();
  private final long begun = System.nanoTime();

  private Main(LoadSettings settings) {
    this.settings = settings;
  }

  static void main() {
    LoadSettings settings = LoadSettings.fromSystemProperties();
    new Main(settings).run();
  }

  private void run() {
    double othersWanted = Machine.othersWant();
    OffsetDateTime date =
        OffsetDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MINUTES);
    if (settings.wants("join")) {
      measure("Exact overlap join, 3,000 groups", JoinFigure::district);
      if (settings.full()) {
        measure("Exact overlap join, 500,000 groups", JoinFigure::province);
      }
    }
    if (settings.wants("scan")) {
      measure("Scan of every rule, 3,000 groups", ScanFigure::district);
      if (settings.full()) {
        measure("Scan of every rule, 500,000 groups", ScanFigure::province);
      }
    }
    if (settings.wants("changed")) {
      measure("Check of one changed group among 3,000", ChangedGroupFigure::district);
      if (settings.full()) {
        measure("Check of one changed group among 500,000", ChangedGroupFigure::province);
      }
    }
    if (settings.wants("stored")) {
      several("Scan through the service", () -> StoredScanFigure.district(settings, this::found));
    }
    // Nearly all the memory of the machine, and by name only: beside nothing else.
    if (settings.only().contains("stored-province")) {
      several(
          "Scan through the service, a province",
          () -> StoredScanFigure.province(settings, this::found));
    }
    // By name only, too: ten gigabytes, and a quarter of an hour.
    if (settings.only().contains("gateway-province")) {
      several(
          "The gateway with half a million groups",
          () -> GatewayProvinceFigure.measure(settings, this::found));
    }
    if (settings.wantsNoPlatform()) {
      write(FigureTable.of(List.of("Date: " + date, "Machine: " + Machine.inWords()), figures));
      return;
    }
    if (settings.wantsThePlatform()) {
      say("starting the platform");
      try (Platform platform = Platform.start(settings);
          Run run = Run.on(platform, settings)) {
        measure(run);
      }
    }
    if (settings.wants("province")) {
      // Of its own: what the figures before have left in it would not fit beside so many towns.
      say("starting another platform");
      try (Platform platform = Platform.start(settings);
          Run run = Run.on(platform, settings)) {
        run.district().fill();
        step(
            run,
            "province",
            "Overview and town page, 1,600 towns",
            () -> PagesFigure.ofProvince(run));
      }
    }
    if (settings.wants("year")) {
      say("starting a platform whose rules are older");
      try (Platform platform =
              Platform.start(
                  settings.on(OldRules.option(settings.target()), "-Xms256m", "-Xmx4g"));
          Run run = Run.on(platform, settings)) {
        several("Pages as of a year back", () -> PagesFigure.yearAgo(run).forEach(this::found));
      }
    }
    List<String> head =
        List.of(
            "Date: " + date,
            "Machine: " + Machine.inWords(),
            "Others on it when the run began: load average " + Goal.number(othersWanted),
            "Platform: all-in-one in a JVM of its own, " + String.join(" ", settings.jvm()),
            "Limits that let the load in: " + Platform.limitsInWords(),
            settings.full() ? "Full durations" : "Short run; `-Dload.full=true` measures longer");
    write(FigureTable.of(head, figures));
  }

  private void measure(Run run) {
    say("filling the district");
    run.district().fill();
    say("the gateway caught up after " + Goal.number(run.awaitQuiet().toMillis() / 1e3) + " s");
    step(run, "pages", "Overview and town page, 10 towns", () -> PagesFigure.measure(run));
    step(run, "pages", "Finding page as of a day", () -> PagesFigure.finding(run));
    step(run, "single", "Single event, REST to durable write", () -> SingleFigure.measure(run));
    step(run, "quiet", "Accepted → visible, quiet", () -> VisibleFigure.measureQuiet(run));
    step(run, "ingest", "Batch ingest", () -> IngestFigure.measure(run));
    step(run, "visible", "Accepted → visible", () -> VisibleFigure.measure(run));
    step(run, "books", "Accepted and visible, the books", () -> AuditFigure.measure(run));
    step(run, "rebuild", "Rebuild of the read side", () -> RebuildFigure.measure(run));
    step(run, "drain", "Outbox drain after an outage", () -> DrainFigure.measure(run));
    if (!settings.full()) {
      // The long run's platform has more memory than a small machine gives it.
      step(run, "start", "Start and memory", () -> started(run.platform().process()));
    }
  }

  private void step(Run run, String name, String what, Supplier<Figure> figure) {
    if (settings.wants(name)) {
      Rusage before = Rusage.of(run.platform().process());
      measure(what, figure);
      say("  " + before.since(run.platform().process()));
    }
  }

  private void measure(String what, Supplier<Figure> figure) {
    several(what, () -> found(figure.get()));
  }

  private void found(Figure figure) {
    figures.add(figure);
    say("  " + figure.measured());
  }

  /** What was found before something fails is kept. */
  private void several(String what, Runnable some) {
    say("measuring: " + what);
    try {
      some.run();
    } catch (RuntimeException e) {
      e.printStackTrace(System.out);
      figures.add(Figure.failed(what, String.valueOf(e.getMessage())));
    }
  }

  private static Figure started(JavaProcess platform) {
    double seconds = platform.startUp().toMillis() / 1e3;
    OptionalLong resident = platform.resident();
    double gigabytes = resident.orElse(0) / 1e9;
    double most = platform.mostResident().orElse(0) / 1e9;
    return new Figure(
        "all-in-one: start · memory after the load",
        Goal.number(seconds) + " s · " + Goal.number(gigabytes) + " GB",
        "",
        null,
        List.of(Goal.atMost(seconds, 20, 10, " s"), Goal.atMost(gigabytes, 1.2, 0.8, " GB")),
        "JVM start on an empty folder to the line that says it is ready; resident memory at the end, at most "
            + Goal.number(most)
            + " GB");
  }

  private void say(String what) {
    System.out.printf("[%5.1f s] %s%n", (System.nanoTime() - begun) / 1e9, what);
  }

  private void write(String table) {
    Path file = settings.target().resolve("figures.md");
    try {
      Files.createDirectories(settings.target());
      Files.writeString(file, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println();
    System.out.println(table);
    say("written to " + file);
  }

  /** What a step took of the server. */
  private record Rusage(double cpu, long at) {

    static Rusage of(JavaProcess process) {
      return new Rusage(process.cpu().toMillis() / 1e3, System.nanoTime());
    }

    String since(JavaProcess process) {
      Rusage now = of(process);
      return "%s s, of which the server was on the processors %s s"
          .formatted(Goal.number((now.at - at) / 1e9), Goal.number(now.cpu - cpu));
    }
  }
}
