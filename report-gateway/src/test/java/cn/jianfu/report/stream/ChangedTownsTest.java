package cn.jianfu.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ChangedTownsTest {

  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> read = new ArrayList<>();

  @Test
  void aTownThatChangesOftenIsReadOnceInAPace() {
    StepVerifier.withVirtualTime(() ->
            ChangedTowns.read(
                Flux.just("a", "b", "a", "a").concatWith(Flux.never()), PACE, this::of))
        .thenAwait(PACE)
        .expectNextCount(2)
        .thenAwait(PACE.multipliedBy(3))
        .thenCancel()
        .verify(PATIENCE);
    assertThat(read).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aTownThatCannotBeReadIsReadAgainAndTheOthersAreNotKeptWaiting() {
    StepVerifier.withVirtualTime(() ->
            ChangedTowns.read(
                Flux.just("away", "b").concatWith(Flux.never()),
                PACE,
                town ->
                    town.equals("away") && !read.contains("away")
                        ? of(town).then(Mono.error(new IllegalStateException("away")))
                        : of(town)))
        .thenAwait(PACE)
        .expectNext("b")
        .thenAwait(PACE)
        .expectNext("away")
        .thenCancel()
        .verify(PATIENCE);
  }

  @Test
  void theEndOfChangesDoesNotLoseTheLastOnes() {
    StepVerifier.withVirtualTime(() -> ChangedTowns.read(Flux.just("a"), PACE, this::of))
        .thenAwait(PACE)
        .expectNext("a")
        .thenCancel()
        .verify(PATIENCE);
  }

  private Mono<String> of(String town) {
    return Mono.fromSupplier(() -> {
      read.add(town);
      return town;
    });
  }
}
