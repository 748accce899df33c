package cn.jianfu.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What a page is told last is what holds. */
class NewestTest {

  private final Sinks.Many<Event> live = Sinks.many().multicast().directBestEffort();

  @Test
  void aSnapshotThatWaitedForASlowPageDoesNotTakeBackALiveOne() {
    var page = new Page();
    newest(Flux.just(row("A", 1), row("B", 1))).subscribe(page);
    live.tryEmitNext(row("A", 2));
    page.reads(10);
    assertThat(page.standing("A")).isEqualTo(row("A", 2));
    assertThat(page.standing("B")).isEqualTo(row("B", 1));
  }

  @Test
  void aSnapshotReadBeforeAChangeAndGivenAfterItIsPassedOver() {
    var page = new Page();
    var snapshot = Sinks.many().unicast().<Event>onBackpressureBuffer();
    newest(snapshot.asFlux()).subscribe(page);
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
  void aLiveOnePassesWhateverItsVersion() {
    var page = new Page();
    newest(Flux.just(row("A", 900))).subscribe(page);
    page.reads(10);
    live.tryEmitNext(row("A", 1));
    assertThat(page.standing("A")).isEqualTo(row("A", 1));
  }

  private Flux<Event> newest(Flux<Event> snapshot) {
    return Newest.of(snapshot, live.asFlux(), Event::subject);
  }

  private record Event(String subject, long version) {}

  private static Event row(String town, long version) {
    return new Event(town, version);
  }

  private static Event count(int towns) {
    return new Event("count", towns);
  }

  private static class Page extends BaseSubscriber<Event> {

    final List<Event> told = new ArrayList<>();

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // It reads when it is told to.
    }

    @Override
    protected void hookOnNext(Event event) {
      told.add(event);
    }

    void reads(int events) {
      request(events);
    }

    Event standing(String town) {
      return told.reversed().stream()
          .filter(event -> town.equals(event.subject()))
          .findFirst()
          .orElseThrow();
    }
  }
}
