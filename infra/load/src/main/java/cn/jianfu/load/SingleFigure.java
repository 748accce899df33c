package cn.jianfu.load;

import cn.jianfu.allinone.LocalSettings.Ports;
import cn.jianfu.contracts.Topics;
import cn.jianfu.load.events.Batch;
import cn.jianfu.load.events.Ledger.Answer;
import cn.jianfu.load.events.TownLoad;
import cn.jianfu.load.noop.NoopApplication;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import cn.jianfu.load.stats.Latencies;
import cn.jianfu.load.stats.Rate;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One event in a request: durably written with its outbox, against a request that does nothing. */
final class SingleFigure {

  private static final int CLIENTS = 32;

  /** Turn and turn about, so that what else the machine does strikes both. */
  private static final int TURNS = 3;

  private final Run run;
  private final Latencies latencies = new Latencies();

  private SingleFigure(Run run) {
    this.run = run;
  }

  static Figure measure(Run run) {
    return new SingleFigure(run).measure();
  }

  private Figure measure() {
    int port = Ports.free().gateway();
    String issuer = "http://127.0.0.1:" + run.platform().identity("").getPort();
    List<String> options = new ArrayList<>(run.settings().jvm());
    options.add("-Dserver.port=" + port);
    options.add("-Dspring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer);
    options.add(
        "-Dspring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer + "/oauth2/jwks");
    options.add("-Djianfu.web.limits.per-second=1000000");
    options.add("-Djianfu.web.limits.burst=1000000");
    try (JavaProcess noop =
        JavaProcess.start(
            "no-op",
            options,
            NoopApplication.class,
            run.settings().target().resolve("load-noop.log"),
            "no-op is ready")) {
      return measure(noop, URI.create("http://127.0.0.1:" + port + "/api/v1/nothing"));
    }
  }

  private Figure measure(JavaProcess noop, URI nothing) {
    Duration turn = run.settings().single().dividedBy(TURNS);
    Batch body = run.district().towns().getFirst().single();
    run.district().bookUnknown(body);
    // Both warm, with what they do later.
    nothing(noop, nothing, body, turn);
    events(turn, false);
    long before = run.records().count(List.of(Topics.GROUP_ACTIVITY));
    long accepted = run.district().ledger().count(Answer.ACCEPTED);
    Rate baseline = Rate.NONE;
    Rate measured = Rate.NONE;
    for (int i = 0; i < TURNS; i++) {
      baseline = baseline.plus(nothing(noop, nothing, body, turn));
      measured = measured.plus(events(turn, true));
    }
    long all = before + run.district().ledger().count(Answer.ACCEPTED) - accepted;
    long begun = System.nanoTime();
    run.records().awaitCount(List.of(Topics.GROUP_ACTIVITY), all);
    double behind = (System.nanoTime() - begun) / 1e9;
    double ratio = measured.perSecond() / baseline.perSecond();
    return new Figure(
        "Single event, REST to durable write",
        measured.inWords(),
        baseline.inWords(),
        ratio,
        List.of(Goal.atLeast(ratio, 0.20, 0.35, "")),
        "%d clients; %s; processor time of the server %s each, of the no-op %s; the broker had the last event %s s after the last answer"
            .formatted(
                CLIENTS,
                latencies.inWords(),
                measured.costInWords(),
                baseline.costInWords(),
                Goal.number(behind)));
  }

  private Rate nothing(JavaProcess noop, URI to, Batch body, Duration turn) {
    return Workers.run(
        CLIENTS,
        turn,
        noop::cpu,
        _ ->
            () -> {
              var _ = Client.read(run.client().send("POST", to, "application/json", body.body()));
              return 1;
            });
  }

  private Rate events(Duration turn, boolean counts) {
    URI to = run.platform().group(District.EVENTS);
    return Workers.run(CLIENTS, turn, run.serverCpu(), i -> sender(i, to, counts));
  }

  private Supplier<Integer> sender(int worker, URI to, boolean counts) {
    List<TownLoad> towns = run.district().towns();
    TownLoad town = towns.get(worker % towns.size());
    return () -> {
      Batch batch;
      synchronized (town) {
        batch = town.single();
      }
      long begun = System.nanoTime();
      try {
        HttpResponse<byte[]> response =
            run.client().send("POST", to, "application/cloudevents+json", batch.body());
        if (counts) {
          latencies.add(System.nanoTime() - begun);
        }
        Answer answer =
            response.statusCode() == 200
                ? Answer.ACCEPTED
                : response.statusCode() >= 500 ? Answer.UNKNOWN : Answer.DECLINED;
        run.district().ledger().book(batch.events().getFirst(), answer);
      } catch (UncheckedIOException _) {
        run.district().bookUnknown(batch);
      }
      return 1;
    };
  }
}
