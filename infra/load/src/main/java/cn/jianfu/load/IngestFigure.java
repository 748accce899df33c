package cn.jianfu.load;

import cn.jianfu.load.events.Batch;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import cn.jianfu.load.stats.Rate;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.bson.RawBsonDocument;

/** CloudEvents in batches of 500, against a bare driver that inserts the same documents. */
final class IngestFigure {

  private static final int LANES = 4;
  private static final int BATCH = 500;
  private static final int TURNS = 2;

  /** Of the events, so many documents are enough for a baseline. */
  private static final int BASELINE_BATCHES = 80;

  private final Run run;
  private final Latencies latencies = new Latencies();
  private final List<Answered> answered = new ArrayList<>();

  /** A request and its answer, read when the clock has stopped. */
  private record Answered(Batch batch, HttpResponse<byte[]> response) {}

  private IngestFigure(Run run) {
    this.run = run;
  }

  static Figure measure(Run run) {
    return new IngestFigure(run).measure();
  }

  private Figure measure() {
    SameDocuments same = SameDocuments.of(run);
    int perLane = run.settings().ingestEvents() / TURNS / LANES / BATCH;
    // Both warm, with what they do later.
    inserts(same, BASELINE_BATCHES / 4);
    events(Math.max(1, perLane / 4));
    latencies.clear();
    Rate measured = Rate.NONE;
    Rate baseline = Rate.NONE;
    double behind = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      baseline = baseline.plus(inserts(same, BASELINE_BATCHES));
      measured = measured.plus(events(perLane));
      behind = Math.max(behind, run.awaitQuiet().toMillis() / 1e3);
    }
    SameDocuments.drop(run);
    double ratio = measured.perSecond() / baseline.perSecond();
    return new Figure(
        "Batch ingest, 500 CloudEvents a request",
        measured.inWords(),
        baseline.inWords(),
        ratio,
        List.of(
            Goal.atLeast(ratio, 0.45, 0.65, ""),
            Goal.atLeast(measured.perSecond(), 15_000, 30_000, "/s")),
        "%d connections, %s events in %s s; a request %s; processor time %s an event, %s an insert; the gateway had read everything at most %s s after the last answer"
            .formatted(
                LANES,
                Goal.number(measured.count()),
                Goal.number(measured.wall()),
                latencies.inWords(),
                measured.costInWords(),
                baseline.costInWords(),
                Goal.number(behind)));
  }

  private Rate inserts(SameDocuments same, int batches) {
    Iterator<List<RawBsonDocument>> all = same.batches(batches, BATCH).iterator();
    return Workers.run(
        LANES,
        run.settings().ingest(),
        run.serverCpu(),
        _ ->
            () -> {
              List<RawBsonDocument> next;
              synchronized (all) {
                next = all.hasNext() ? all.next() : List.of();
              }
              if (!next.isEmpty()) {
                SameDocuments.insert(run, next);
              }
              return next.size();
            });
  }

  private Rate events(int perLane) {
    List<List<Batch>> lanes = new ArrayList<>();
    for (int lane = 0; lane < LANES; lane++) {
      lanes.add(planned(lane, perLane));
    }
    Rate rate =
        Workers.run(
            LANES,
            run.settings().ingest(),
            run.serverCpu(),
            lane -> sender(lanes.get(lane).iterator()));
    answered.forEach(it -> run.district().book(it.batch(), it.response()));
    answered.clear();
    return rate;
  }

  /** A town is on one lane only, so that its events arrive in order. */
  private List<Batch> planned(int lane, int count) {
    var towns = run.district().towns();
    List<Batch> batches = new ArrayList<>(count);
    int town = lane;
    for (int i = 0; i < count; i++) {
      batches.add(towns.get(town).next(BATCH));
      town = town + LANES < towns.size() ? town + LANES : lane;
    }
    return batches;
  }

  private Supplier<Integer> sender(Iterator<Batch> batches) {
    return () -> {
      if (!batches.hasNext()) {
        return 0;
      }
      Batch batch = batches.next();
      long begun = System.nanoTime();
      try {
        HttpResponse<byte[]> response = run.district().post(batch);
        latencies.add(System.nanoTime() - begun);
        keep(new Answered(batch, response));
      } catch (UncheckedIOException _) {
        run.district().bookUnknown(batch);
      }
      return batch.events().size();
    };
  }

  private synchronized void keep(Answered one) {
    answered.add(one);
  }
}
