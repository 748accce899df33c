package cn.jianfu.group.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.secrecy.domain.Incident;
import cn.jianfu.group.secrecy.domain.Said;
import cn.jianfu.group.secrecy.domain.UnitSecrecy;
import cn.jianfu.group.secrecy.domain.UnitSecrecy.Refusal;
import cn.jianfu.group.secrecy.domain.UnitSecrecy.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitSecrecyTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
  private static final UnitSecrecy SILENT = UnitSecrecy.silent("350213101000", "350213101000");

  @Test
  void statementsAreKeptInOrderWhateverTheOrderTheyComeIn() {
    UnitSecrecy two = stated(stated(SILENT, TODAY), TODAY.minusYears(1));

    assertThat(two.statedOn()).containsExactly(TODAY.minusYears(1), TODAY);
    assertThat(two.statedBy(TODAY.minusDays(1))).isEqualTo(TODAY.minusYears(1));
    assertThat(two.statedBy(TODAY.minusYears(2))).isNull();
  }

  @Test
  void theSameWordTwiceSaysNothingNew() {
    assertThat(stated(SILENT, TODAY).state(TODAY, TODAY)).isInstanceOf(Verdict.Known.class);
    assertThat(SILENT.takeBack(TODAY)).isInstanceOf(Verdict.Known.class);
    Incident open = new Incident("a", null, TODAY, null);
    assertThat(reported(SILENT, open).report(open, TODAY)).isInstanceOf(Verdict.Known.class);
  }

  @Test
  void aStatementCanBeTakenBack() {
    assertThat(stated(SILENT, TODAY).takeBack(TODAY)).isEqualTo(new Verdict.Taken(SILENT));
  }

  @Test
  void nobodyStatesThatNothingIsThereWhileSomethingIs() {
    UnitSecrecy found = reported(SILENT, new Incident("a", null, TODAY.minusDays(2), null));
    UnitSecrecy right =
        reported(found, new Incident("a", null, TODAY.minusDays(2), TODAY.minusDays(1)));

    assertThat(found.state(TODAY, TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.INCIDENT_OPEN)));
    assertThat(stated(right, TODAY).incidents()).hasSize(1);
  }

  @Test
  void howMuchWasSaidIsKnownByDayAndRoleAsLongAsADayIsRemembered() {
    UnitSecrecy said =
        SILENT
            .saidBy("town-office", TODAY.minusDays(401))
            .saidBy("town-office", TODAY.minusDays(1))
            .saidBy("town-system", TODAY)
            .saidBy("town-office", TODAY)
            .saidBy("town-office", TODAY);

    assertThat(said.said())
        .containsExactly(
            new Said(TODAY.minusDays(1), "town-office", 1),
            new Said(TODAY, "town-office", 2),
            new Said(TODAY, "town-system", 1));
    assertThat(stated(said, TODAY).said()).isEqualTo(said.said());
  }

  @Test
  void whatLiesAheadIsNotKnownYet() {
    LocalDate tomorrow = TODAY.plusDays(1);

    assertThat(SILENT.state(tomorrow, TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.STATED_IN_FUTURE)));
    assertThat(SILENT.report(new Incident("a", null, tomorrow, null), TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.FOUND_IN_FUTURE)));
    assertThat(SILENT.report(new Incident("a", null, TODAY, tomorrow), TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.RESOLVED_IN_FUTURE)));
    assertThat(SILENT.report(new Incident("a", null, TODAY, TODAY.minusDays(1)), TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.RESOLVED_BEFORE_FOUND)));
  }

  @Test
  void allThatIsWrongWithAnIncidentIsSaidAtOnce() {
    LocalDate tomorrow = TODAY.plusDays(1);

    assertThat(SILENT.report(new Incident("a", null, tomorrow.plusDays(1), tomorrow), TODAY))
        .isEqualTo(
            new Verdict.Declined(
                List.of(
                    Refusal.FOUND_IN_FUTURE,
                    Refusal.RESOLVED_IN_FUTURE,
                    Refusal.RESOLVED_BEFORE_FOUND)));
  }

  @Test
  void anIncidentReportedInErrorIsWithdrawnOnceAndKept() {
    UnitSecrecy found = reported(SILENT, new Incident("a", null, TODAY.minusDays(2), null));
    UnitSecrecy after = ((Verdict.Taken) found.withdraw("a", "群名看错了", TODAY)).now();

    assertThat(after.incidents())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.isOpen()).isFalse();
          assertThat(it.foundOn()).isEqualTo(TODAY.minusDays(2));
          assertThat(it.withdrawal()).isEqualTo(new Incident.Withdrawal(TODAY, "群名看错了"));
        });
    assertThat(after.withdraw("a", "另一个原因", TODAY)).isInstanceOf(Verdict.Known.class);
    assertThat(after.state(TODAY, TODAY)).isInstanceOf(Verdict.Taken.class);
    assertThat(SecrecyRecord.of(after).secrecy()).isEqualTo(after);
  }

  @Test
  void whatWasPutRightIsNotWithdrawnAndWhatWasWithdrawnDoesNotComeBack() {
    UnitSecrecy right = reported(SILENT, new Incident("a", null, TODAY.minusDays(2), TODAY));
    assertThat(right.withdraw("a", "误报", TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.INCIDENT_RESOLVED)));
    assertThat(right.withdraw("b", "误报", TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.INCIDENT_UNKNOWN)));

    Incident report = new Incident("a", null, TODAY.minusDays(2), null);
    UnitSecrecy gone = ((Verdict.Taken) reported(SILENT, report).withdraw("a", "误报", TODAY)).now();
    assertThat(gone.report(report, TODAY)).isInstanceOf(Verdict.Known.class);
    assertThat(gone.report(new Incident("a", null, TODAY.minusDays(2), TODAY), TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.INCIDENT_WITHDRAWN)));
  }

  @Test
  void whatIsKeptIsBounded() {
    UnitSecrecy many = SILENT;
    for (int i = 0; i < 25; i++) {
      many = stated(many, TODAY.minusYears(i));
    }
    assertThat(many.statedOn()).hasSize(20).contains(TODAY).doesNotContain(TODAY.minusYears(24));
    for (int i = 0; i < 200; i++) {
      many = reported(many, new Incident("i" + i, null, TODAY, null));
    }
    assertThat(many.report(new Incident("one-more", null, TODAY, null), TODAY))
        .isEqualTo(new Verdict.Declined(List.of(Refusal.TOO_MANY_INCIDENTS)));
    assertThat(many.report(new Incident("i7", null, TODAY, TODAY), TODAY))
        .isInstanceOf(Verdict.Taken.class);
  }

  @Test
  void whatIsStoredReadsBackAsItWas() {
    UnitSecrecy said =
        reported(
            stated(SILENT, TODAY.minusDays(9)),
            new Incident("a", "350213101000/WECOM/x", TODAY.minusDays(2), TODAY));

    assertThat(SecrecyRecord.of(said).secrecy()).isEqualTo(said);
    assertThat(List.of(SecrecyRecord.of(said).checkDue())).containsExactly(true);
  }

  private static UnitSecrecy stated(UnitSecrecy known, LocalDate on) {
    return ((Verdict.Taken) known.state(on, TODAY)).now();
  }

  private static UnitSecrecy reported(UnitSecrecy known, Incident incident) {
    return ((Verdict.Taken) known.report(incident, TODAY)).now();
  }
}
