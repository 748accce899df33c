package cn.jianfu.load.events;

import static cn.jianfu.load.events.Ledger.Answer.ACCEPTED;
import static cn.jianfu.load.events.Ledger.Answer.DECLINED;
import static cn.jianfu.load.events.Ledger.Answer.UNCHANGED;
import static cn.jianfu.load.events.Ledger.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.load.events.Planned.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

  private static final String THING = "g@2026-01-01";

  private final Ledger ledger = new Ledger();

  private static Planned day(String messages) {
    return new Planned(Kind.ACTIVITY, "g", "2026-01-01", messages);
  }

  @Test
  void acceptedAndSeenIsClean() {
    ledger.book(day("5"), ACCEPTED);

    assertThat(ledger.against(Map.of(THING, "5")).isClean()).isTrue();
  }

  @Test
  void acceptedAndNotSeenIsLost() {
    ledger.book(day("5"), ACCEPTED);

    assertThat(ledger.against(Map.of()).lost()).isEqualTo(1);
  }

  @Test
  void anOlderValueThanTheOneAcceptedLastIsLost() {
    ledger.book(day("5"), ACCEPTED);
    ledger.book(day("6"), ACCEPTED);

    assertThat(ledger.against(Map.of(THING, "5")).lost()).isEqualTo(1);
    assertThat(ledger.against(Map.of(THING, "6")).isClean()).isTrue();
  }

  @Test
  void seenWithoutHavingBeenAcceptedIsUnbooked() {
    ledger.book(day("5"), DECLINED);

    assertThat(ledger.against(Map.of(THING, "5")).unbooked()).isEqualTo(1);
  }

  @Test
  void withoutAnAnswerBothIsPossible() {
    ledger.book(day("5"), ACCEPTED);
    ledger.book(day("6"), UNKNOWN);

    assertThat(ledger.against(Map.of(THING, "5")).isClean()).isTrue();
    assertThat(ledger.against(Map.of(THING, "6")).isClean()).isTrue();
    assertThat(ledger.against(Map.of(THING, "7")).lost()).isEqualTo(1);
  }

  @Test
  void whatWasSoAlreadyMustBeSeenToo() {
    ledger.book(day("5"), UNCHANGED);

    assertThat(ledger.against(Map.of()).lost()).isEqualTo(1);
    assertThat(ledger.count(ACCEPTED)).isZero();
    assertThat(ledger.accepted(Kind.ACTIVITY)).isZero();
  }
}
