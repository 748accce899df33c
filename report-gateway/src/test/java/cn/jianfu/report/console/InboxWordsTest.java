package cn.jianfu.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Nobody waits for group-service in front of an empty page. */
class InboxWordsTest {

  private static final LocalDate DUE = InboxSamples.TODAY.plusDays(7);
  private static final Names NAMES =
      InboxSamples.names(
          List.of(), List.of(InboxSamples.round(InboxSamples.TODAY.minusDays(1), DUE, null)));
  private static final UnitVisit VISIT =
      new UnitVisit(
          new ConsoleUser("i", "s", "n", InboxSamples.OFFICE, Set.of("town-office")),
          InboxSamples.OFFICE,
          "token",
          Locale.CHINESE);

  @Test
  void aListThatDoesNotComeIsMissingAndStillDue() {
    var page = Objects.requireNonNull(new InboxWords(new Silent()).selfCheck(VISIT, NAMES).block());
    assertThat(page.missing()).extracting(SelfCheckPage.Missing::why).containsExactly("AWAY");
    assertThat(Objects.requireNonNull(page.round()).dueOn()).isEqualTo(DUE);
  }

  @Test
  void aWordOnSecrecyThatDoesNotComeIsMissing() {
    var page = Objects.requireNonNull(new InboxWords(new Silent()).secrecy(VISIT, NAMES).block());
    assertThat(page.missing()).isEqualTo("secrecy.missing.AWAY");
  }

  /** A group-service that takes for ever. */
  private static final class Silent extends SampleDistrict {
    @Override
    public Mono<SelfCheckPage> selfCheck(UnitVisit visit) {
      return Mono.never();
    }

    @Override
    public Mono<SecrecyPage> secrecy(UnitVisit visit) {
      return Mono.never();
    }
  }
}
