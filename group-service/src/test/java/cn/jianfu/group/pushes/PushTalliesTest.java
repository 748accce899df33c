package cn.jianfu.group.pushes;

import static cn.jianfu.group.reference.KnownDistrict.XINDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jianfu.group.access.TestOrigins;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.pushes.domain.DeclinedEvent;
import cn.jianfu.group.pushes.domain.PushTally;
import cn.jianfu.group.pushes.domain.PushedFrom;
import cn.jianfu.group.reference.KnownDistrict;
import cn.jianfu.group.reference.Reference;
import cn.jianfu.messaging.aggregate.AggregateStore;
import cn.jianfu.messaging.aggregate.Command;
import cn.jianfu.messaging.aggregate.Decision;
import cn.jianfu.messaging.aggregate.Outcome;
import cn.jianfu.messaging.aggregate.Stored;
import cn.jianfu.web.intake.IntakeAnswer;
import cn.jianfu.web.problem.Problem;
import cn.jianfu.web.problem.ProblemBody;
import cn.jianfu.web.problem.WebProblems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PushTalliesTest {

  private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
  private static final String SOURCE = "/towns/350213101000/oa";

  private final Reference reference = new Reference();
  private final PushCounter counter =
      new PushCounter(
          reference,
          PushTalliesTest::inWords,
          new DistrictClock(InstantSource.fixed(NOW), ZoneId.of("Asia/Shanghai")));
  private final Kept kept = new Kept();
  private final PushTallies tallies = new PushTallies(counter, kept, TestOrigins.counted());

  PushTalliesTest() {
    KnownDistrict.teach(reference);
  }

  @Test
  void whatIsCountedIsAddedToWhatWasCounted() {
    accepted(3);
    tallies.store().block();
    accepted(2);
    counter.count(
        XINDIAN,
        SOURCE,
        Sent.of("oa-17", "town.group-filed.v1", XINDIAN + "/WECOM/wr-1"),
        IntakeAnswer.declined(Problem.of(WebProblems.INVALID).at("/name", "required")));
    tallies.store().block();
    tallies.store().block();

    assertThat(tally(SOURCE).accepted()).isEqualTo(5);
    assertThat(tally(SOURCE).declined())
        .containsEntry(
            "web.invalid#required",
            new PushTally.Declined(
                1,
                "web.invalid zh：required zh",
                "web.invalid en: required en",
                List.of(
                    new DeclinedEvent(
                        "oa-17", "town.group-filed.v1", XINDIAN + "/WECOM/wr-1", NOW))));
  }

  @Test
  void whatWasStoredWithoutAnAnswerIsNotAddedTwice() {
    accepted(3);
    kept.losesItsAnswer = true;
    assertThatThrownBy(() -> tallies.store().block()).hasMessage("away");
    accepted(4);
    kept.losesItsAnswer = false;
    tallies.store().block();
    tallies.store().block();

    assertThat(tally(SOURCE).accepted()).isEqualTo(7);
  }

  @Test
  void whatTheStoreCannotTakeYetIsKept() {
    accepted(3);
    kept.isFull = true;
    tallies.store().block();
    kept.isFull = false;
    tallies.store().block();

    assertThat(tally(SOURCE).accepted()).isEqualTo(3);
  }

  @Test
  void eventsOfAUnitThatNobodyKnowsAreNotCounted() {
    counter.count("999999999999", SOURCE, Sent.UNTIMED, IntakeAnswer.accepted());
    tallies.store().block();

    assertThat(kept.states).isEmpty();
  }

  @Test
  void whatThePlatformCouldNotTakeIsNotTheSendersFault() {
    counter.count(
        XINDIAN, SOURCE, Sent.UNTIMED, IntakeAnswer.declined(Problem.of(WebProblems.UNAVAILABLE)));
    counter.count(
        XINDIAN,
        SOURCE,
        Sent.UNTIMED,
        IntakeAnswer.declined(Problem.of(WebProblems.STALE_VERSION)));
    tallies.store().block();

    assertThat(kept.states).isEmpty();
  }

  @Test
  void sourcesBeyondANumberAreCountedTogether() {
    for (int i = 0; i < KnownSources.MOST + 7; i++) {
      counter.count(XINDIAN, SOURCE + "/" + i, Sent.UNTIMED, IntakeAnswer.accepted());
    }
    tallies.store().block();

    assertThat(kept.states).hasSize(KnownSources.MOST + 1);
    assertThat(tally(PushedFrom.OTHER_SOURCES).accepted()).isEqualTo(7);
  }

  @Test
  void atTheEndWhatWaitsGoesAndWhatWasCountedSince() {
    PushSweep sweep = new PushSweep(tallies, Duration.ofHours(1));
    sweep.start();
    accepted(3);
    kept.losesItsAnswer = true;
    assertThatThrownBy(() -> tallies.store().block()).hasMessage("away");
    kept.losesItsAnswer = false;
    accepted(4);

    sweep.stop();

    assertThat(tally(SOURCE).accepted()).isEqualTo(7);
  }

  private static ProblemBody inWords(Problem why, Locale locale) {
    String type = why.type().name();
    return new ProblemBody(
        type,
        type + " " + locale.getLanguage(),
        why.type().status(),
        null,
        null,
        why.errors().stream()
            .map(each ->
                new ProblemBody.FieldError(
                    each.pointer(),
                    each.parameter(),
                    each.code(),
                    each.code() + " " + locale.getLanguage()))
            .toList());
  }

  private void accepted(int events) {
    for (int i = 0; i < events; i++) {
      counter.count(XINDIAN, SOURCE, Sent.at(NOW.minusSeconds(60)), IntakeAnswer.accepted());
    }
  }

  private PushTally tally(String source) {
    PushedFrom from = new PushedFrom(XINDIAN, XINDIAN, source, LocalDate.of(2026, 11, 27));
    return Objects.requireNonNull(kept.states.get(from.id())).tally();
  }

  /** Keeps states as a store does, which knows a command that it has seen. */
  private static final class Kept implements AggregateStore<Pushes> {

    private final Map<String, Pushes> states = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private boolean losesItsAnswer;
    private boolean isFull;

    @Override
    public <D> Mono<List<Outcome<Pushes, D>>> executeAll(List<Command<Pushes, D>> commands) {
      return Mono.fromSupplier(() -> {
        List<Outcome<Pushes, D>> outcomes = commands.stream().map(this::applied).toList();
        if (losesItsAnswer) {
          throw new IllegalStateException("away");
        }
        return outcomes;
      });
    }

    @Override
    public <D> Mono<List<Outcome<Pushes, D>>> createAll(List<Command<Pushes, D>> commands) {
      throw new UnsupportedOperationException();
    }

    private <D> Outcome<Pushes, D> applied(Command<Pushes, D> command) {
      if (isFull) {
        return new Outcome.OutboxFull<>();
      }
      if (seen.add(command.key())
          && command.decider().decide(states.get(command.id()))
              instanceof Decision.Accepted<Pushes, D> accepted) {
        states.put(command.id(), accepted.next());
      }
      return new Outcome.Unchanged<>(null);
    }

    @Override
    public Mono<Stored<Pushes>> find(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Flux<Stored<Pushes>> findAll(List<String> ids) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Flux<Stored<Pushes>> query(Bson filter, Bson sort, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <D> Mono<Outcome<Pushes, D>> execute(Command<Pushes, D> command) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <D> Mono<Outcome<Pushes, D>> rehearse(Command<Pushes, D> command) {
      throw new UnsupportedOperationException();
    }
  }
}
