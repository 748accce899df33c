package cn.jianfu.group.finding;

import cn.jianfu.group.detection.domain.FoundRun;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a finding before its present one, so that what counters say later can put them right.
 *
 * @param runs oldest first
 * @param since from when on all are known; null when there never were others
 */
record EarlierRuns(List<FoundRun> runs, @Nullable LocalDate since) {

  /** A finding that comes and goes every month keeps eight years. */
  private static final int MOST = 100;

  static final EarlierRuns NONE = new EarlierRuns(List.of(), null);

  EarlierRuns {
    runs = List.copyOf(runs);
  }

  /** Of a finding that was stored before any were kept. */
  static EarlierRuns unknownBefore(LocalDate raisedOn) {
    return new EarlierRuns(List.of(), raisedOn);
  }

  /** With one more, or with another end of the one that began on its day. */
  EarlierRuns with(FoundRun run) {
    List<FoundRun> all =
        Stream.concat(
                runs.stream().filter(known -> !known.raisedOn().equals(run.raisedOn())),
                Stream.of(run))
            .sorted(Comparator.comparing(FoundRun::raisedOn))
            .toList();
    return all.size() <= MOST
        ? new EarlierRuns(all, since)
        : new EarlierRuns(
            all.subList(all.size() - MOST, all.size()), all.get(all.size() - MOST).raisedOn());
  }
}
