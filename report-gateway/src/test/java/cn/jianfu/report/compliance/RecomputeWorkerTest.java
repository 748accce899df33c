package cn.jianfu.report.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RecomputeWorkerTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final List<String> begun = new CopyOnWriteArrayList<>();

  @Test
  void severalTownsAreComputedAtOnceAndNoMoreThanAllowed() {
    Sinks.Empty<Void> slow = Sinks.empty();
    try (var worker = worker(_ -> slow.asMono(), Duration.ZERO, LONG)) {
      worker.touch(List.of("a", "b", "c"));
      await().until(() -> begun.size() == 2);
      assertThat(begun).containsExactly("a", "b");
      slow.tryEmitEmpty();
      await().until(() -> begun.contains("c"));
    }
  }

  @Test
  void aTownThatIsTouchedWhileItIsComputedIsComputedAgain() {
    Sinks.Empty<Void> slow = Sinks.empty();
    try (var worker = worker(_ -> slow.asMono(), Duration.ZERO, LONG)) {
      worker.touch(List.of("a"));
      await().until(() -> begun.size() == 1);
      worker.touch(List.of("a"));
      slow.tryEmitEmpty();
      await().until(() -> begun.equals(List.of("a", "a")));
    }
  }

  @Test
  void aTownThatIsTouchedOftenWaitsForItsPauseAndAnotherDoesNot() {
    try (var worker = worker(_ -> Mono.empty(), LONG, LONG)) {
      worker.touch(List.of("a"));
      await().until(() -> begun.contains("a"));
      worker.touch(List.of("a"));
      worker.touch(List.of("b"));
      await().until(() -> begun.contains("b"));
      assertThat(begun).containsExactly("a", "b");
    }
  }

  @Test
  void whatFailsOrHangsDoesNotKeepTheOthersFromBeingComputed() {
    Function<String, Mono<Void>> compute =
        town ->
            switch (town) {
              case "fails" -> Mono.error(new IllegalStateException("the store is away"));
              case "throws" -> throw new IllegalStateException("before it has begun");
              case "hangs" -> Mono.never();
              default -> Mono.empty();
            };
    try (var worker = worker(compute, Duration.ZERO, Duration.ofMillis(50))) {
      worker.touch(List.of("fails", "hangs", "throws", "a"));
      await().until(() -> begun.contains("a"));
    }
  }

  private RecomputeWorker worker(
      Function<String, Mono<Void>> compute, Duration pause, Duration timeout) {
    var worker =
        new RecomputeWorker(
            "test",
            town -> {
              begun.add(town);
              return compute.apply(town);
            },
            pause,
            timeout,
            2,
            0,
            System::nanoTime);
    worker.start();
    return worker;
  }
}
