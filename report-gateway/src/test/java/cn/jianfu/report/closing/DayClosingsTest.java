package cn.jianfu.report.closing;

import static cn.jianfu.report.closing.Results.CLOSED_AT;
import static cn.jianfu.report.closing.Results.DAY;
import static cn.jianfu.report.closing.Results.TOWN;
import static cn.jianfu.report.closing.Results.aResult;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.supervision.DayClosedV1;
import cn.jianfu.report.TestDatabases;
import cn.jianfu.report.closing.domain.DayClosing;
import cn.jianfu.report.compliance.domain.Band;
import cn.jianfu.report.compliance.domain.TownCompliance;
import cn.jianfu.testkit.Golden;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class DayClosingsTest {

  private final MongoDatabase database = TestDatabases.fresh();
  private final DayClosings closings = Closings.in(database);

  @Test
  @SuppressWarnings("unchecked")
  void aClosingIsPublishedAsTheGoldenFileSaysAndReadBackAsItWas() {
    DayClosing closing = aResult().closed();
    DayClosedV1 published = ClosingContracts.of(closing);

    Golden.assertMatches((EventType<DayClosedV1>) EventCatalogue.of(published), published);
    assertThat(ClosingContracts.read(published)).isEqualTo(closing);
  }

  @Test
  void whatIsKeptIsWhatWasShown() {
    closings.close(aResult().closed()).block();

    assertThat(closings.of(TOWN, DAY).block()).isEqualTo(aResult().closed());
  }

  @Test
  void aClosingNeverChangesWhateverIsKnownByThen() {
    assertThat(closings.close(aResult().closed()).block()).isTrue();
    assertThat(closings.close(aResult().scored(Band.GREEN, "90.0").closed()).block()).isFalse();

    assertThat(closings.of(TOWN, DAY).block()).isEqualTo(aResult().closed());
    assertThat(Closings.stored(database))
        .singleElement()
        .satisfies(document -> {
          assertThat(document.get("version", Number.class).longValue()).isEqualTo(1);
          assertThat(document.getList("outbox", Document.class)).hasSize(1);
        });
  }

  @Test
  void ofTwoWhoCloseADayAtOnceOneDoes() {
    List<Boolean> done =
        Flux.range(0, 16)
            .flatMap(at ->
                Closings.in(database)
                    .close(aResult().scored(Band.RED, String.valueOf(at)).closed())
                    .subscribeOn(Schedulers.parallel()))
            .collectList()
            .block();

    assertThat(done).hasSize(16).filteredOn(Boolean::booleanValue).hasSize(1);
    assertThat(Closings.stored(database)).hasSize(1);
  }

  @Test
  void theLastDayByAMomentIsTheOneThatHadBeenClosedByThen() {
    close(DAY.minusDays(1), CLOSED_AT.minusSeconds(86_400));
    close(DAY, CLOSED_AT);
    close(DAY.plusDays(1), CLOSED_AT.plusSeconds(86_400));

    assertThat(dayBy(CLOSED_AT)).isEqualTo(DAY);
    assertThat(dayBy(CLOSED_AT.minusMillis(1))).isEqualTo(DAY.minusDays(1));
    assertThat(dayBy(CLOSED_AT.minusSeconds(86_401))).isNull();
    assertThat(closings.lastDay(TOWN).block()).isEqualTo(DAY.plusDays(1));
  }

  @Test
  void theDaysOfAnotherTownAreNotThisOnes() {
    close(DAY, CLOSED_AT);

    assertThat(closings.lastDay("350213101001").block()).isNull();
    assertThat(closings.lastDay("350213100999").block()).isNull();
    assertThat(closings.lastBy("35021310100", CLOSED_AT).block()).isNull();
  }

  private @Nullable LocalDate dayBy(Instant moment) {
    return closings.lastBy(TOWN, moment).map(DayClosing::day).block();
  }

  private void close(LocalDate day, Instant at) {
    TownCompliance known = aResult().known();
    TownCompliance shown =
        new TownCompliance(
            known.town(),
            day,
            known.ruleSet(),
            known.formulaVersion(),
            known.band(),
            null,
            known.score(),
            null,
            known.coverage(),
            known.judging(),
            List.of(),
            known.openFindings(),
            0,
            known.changes());
    assertThat(closings.close(new DayClosing(shown, at, false)).block()).isTrue();
  }
}
