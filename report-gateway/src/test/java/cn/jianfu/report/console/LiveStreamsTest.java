package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What a page is told last is what holds. */
class LiveStreamsTest {

  private final Sinks.Many<LiveEvent> live = Sinks.many().multicast().directBestEffort();

  @Test
  void aSnapshotThatWaitedForASlowPageDoesNotTakeBackALiveEvent() {
    var page = new Page();
    LiveStreams.newest(Flux.just(row("A", 1), row("B", 1)), live.asFlux()).subscribe(page);
    live.tryEmitNext(row("A", 2));
    page.reads(10);
    assertThat(page.standing("A")).isEqualTo(row("A", 2));
    assertThat(page.standing("B")).isEqualTo(row("B", 1));
  }

  @Test
  void aSnapshotReadBeforeAChangeAndGivenAfterItIsPassedOver() {
    var page = new Page();
    var snapshot = Sinks.many().unicast().<LiveEvent>onBackpressureBuffer();
    LiveStreams.newest(snapshot.asFlux(), live.asFlux()).subscribe(page);
    page.reads(10);
    live.tryEmitNext(row("A", 2));
    snapshot.tryEmitNext(row("A", 1));
    snapshot.tryEmitNext(count(2));
    live.tryEmitNext(count(3));
    snapshot.tryEmitNext(count(2));
    assertThat(page.told).containsExactly(row("A", 2), count(2), count(3));
  }

  /** Versions begin anew when a store is filled again from nothing. */
  @Test
  void aLiveEventPassesWhateverItsVersion() {
    var page = new Page();
    LiveStreams.newest(Flux.just(row("A", 900)), live.asFlux()).subscribe(page);
    page.reads(10);
    live.tryEmitNext(row("A", 1));
    assertThat(page.standing("A")).isEqualTo(row("A", 1));
  }

  private static LiveEvent row(String town, long version) {
    return new LiveEvent(town, "town-" + town, version, "version " + version);
  }

  private static LiveEvent count(int towns) {
    return new LiveEvent(null, "count-good", 0, String.valueOf(towns));
  }

  private static class Page extends BaseSubscriber<LiveEvent> {

    final List<LiveEvent> told = new ArrayList<>();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // It reads when it is told to.
    }

    @Override
    protected void hookOnNext(LiveEvent event) {
      told.add(event);
    }

    void reads(int events) {
      request(events);
    }

    LiveEvent standing(String town) {
      return told.reversed().stream()
          .filter(event -> town.equals(event.town()))
          .findFirst()
          .orElseThrow();
    }
  }
}
