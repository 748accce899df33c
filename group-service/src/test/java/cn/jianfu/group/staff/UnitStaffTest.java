package cn.jianfu.group.staff;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.staff.domain.StaffMember;
import cn.jianfu.group.staff.domain.UnitStaff;
import cn.jianfu.group.staff.domain.UnitStaff.Flaw;
import cn.jianfu.group.staff.domain.UnitStaff.Refusal;
import cn.jianfu.group.staff.domain.UnitStaff.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitStaffTest {

  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Period KEPT = Period.ofYears(2);
  private static final StaffMember ZHANG = new StaffMember("k1:a", "k1:n", null);
  private static final StaffMember LI = new StaffMember("k1:b", null, null);

  @Test
  void whoIsNotOnTheNextListHasLeftOnItsDay() {
    UnitStaff next = taken(list(NOON.plusSeconds(9), ZHANG), list(NOON, ZHANG, LI));

    assertThat(next.members()).containsExactly(ZHANG, new StaffMember("k1:b", null, DAY));
    assertThat(next.present()).isEqualTo(1);
  }

  @Test
  void whoComesBackHasNotLeft() {
    UnitStaff gone = taken(list(NOON.plusSeconds(9), ZHANG), list(NOON, ZHANG, LI));

    assertThat(taken(list(NOON.plusSeconds(20), ZHANG, LI), gone).members())
        .containsExactly(ZHANG, LI);
  }

  @Test
  void theDayOfLeavingStaysTheSameFromListToList() {
    StaffMember left = new StaffMember("k1:b", null, DAY.minusDays(30));

    assertThat(taken(list(NOON.plusSeconds(9), ZHANG), list(NOON, ZHANG, left)).members())
        .containsExactly(ZHANG, left);
  }

  @Test
  void whoLeftYearsAgoIsForgotten() {
    StaffMember left = new StaffMember("k1:b", null, DAY.minusYears(2).minusDays(1));

    assertThat(taken(list(NOON.plusSeconds(9), ZHANG), list(NOON, ZHANG, left)).members())
        .containsExactly(ZHANG);
  }

  @Test
  void whoLeftIsForgottenTwoYearsLaterWithoutAnotherList() {
    StaffMember left = new StaffMember("k1:b", null, DAY.minusDays(30));
    UnitStaff known = list(NOON, ZHANG, left);
    LocalDate lastDay = DAY.minusDays(30).plusYears(2);

    assertThat(known.remembered(DAY, lastDay, KEPT)).isEqualTo(known);
    assertThat(known.remembered(DAY, lastDay.plusDays(1), KEPT).members()).containsExactly(ZHANG);
  }

  @Test
  void theTimeIsTheOneThatIsSet() {
    Period half = Period.ofDays(180);
    StaffMember left = new StaffMember("k1:b", null, DAY.minusDays(30));
    UnitStaff known = list(NOON, ZHANG, left);

    assertThat(known.remembered(DAY, DAY.plusDays(150), half)).isEqualTo(known);
    assertThat(known.remembered(DAY, DAY.plusDays(151), half).members()).containsExactly(ZHANG);
  }

  @Test
  void whomAListItselfSaysToHaveLeftYearsBeforeStaysForTwoYearsAfterIt() {
    StaffMember left = new StaffMember("k1:b", null, DAY.minusYears(5));
    UnitStaff known = list(NOON, ZHANG, left);

    assertThat(known.remembered(DAY, DAY.plusYears(2), KEPT)).isEqualTo(known);
    assertThat(known.remembered(DAY, DAY.plusYears(2).plusDays(1), KEPT).members())
        .containsExactly(ZHANG);
  }

  @Test
  void theSameListAgainIsKnownAlthoughTimeHasTakenSomebodyOff() {
    UnitStaff sent = list(NOON, ZHANG, new StaffMember("k1:b", null, DAY.minusDays(30)));
    LocalDate later = DAY.plusYears(2);
    Instant now = NOON.plusSeconds(60);
    UnitStaff known = sent.remembered(DAY, later, KEPT);

    assertThat(known.members()).containsExactly(ZHANG);
    assertThat(sent.after(known, DAY, later, KEPT, now, _ -> true)).isEqualTo(new Verdict.Known());
    assertThat(list(NOON, LI).after(known, DAY, later, KEPT, now, _ -> true))
        .isEqualTo(new Verdict.Declined(new Flaw(Refusal.SAME_TIME_OTHER_STAFF, null)));
  }

  @Test
  void theSameListAgainAndAnOlderOneChangeNothing() {
    UnitStaff known = taken(list(NOON.plusSeconds(9), ZHANG), list(NOON, ZHANG, LI));

    assertThat(after(list(NOON.plusSeconds(9), ZHANG), known)).isEqualTo(new Verdict.Known());
    assertThat(after(list(NOON, ZHANG, LI), known)).isEqualTo(new Verdict.Known());
  }

  @Test
  void anotherListOfTheSameMomentIsDeclined() {
    assertThat(after(list(NOON, LI), list(NOON, ZHANG)))
        .isEqualTo(new Verdict.Declined(new Flaw(Refusal.SAME_TIME_OTHER_STAFF, null)));
  }

  @Test
  void nothingIsTakenFromTheFuture() {
    assertThat(after(list(NOON.plusSeconds(99), ZHANG), null)).isInstanceOf(Verdict.Declined.class);
    assertThat(
            UnitStaff.flaws(
                List.of(ZHANG, ZHANG, new StaffMember("k1:c", null, DAY.plusDays(1))), DAY))
        .containsExactly(new Flaw(Refusal.PERSON_TWICE, 1), new Flaw(Refusal.LEFT_IN_FUTURE, 2));
  }

  @Test
  void anEmptyListSaysThatAllHaveLeft() {
    assertThat(taken(list(NOON.plusSeconds(9)), list(NOON, ZHANG, LI)).present()).isZero();
  }

  /** Else they would be remembered as gone under a key that nobody can tell them by. */
  @Test
  void ofPeopleUnderAnotherKeyNobodyIsRemembered() {
    StaffMember before = new StaffMember("k0:a", null, null);

    assertThat(taken(list(NOON.plusSeconds(9)), list(NOON, before)).members()).isEmpty();
    assertThat(taken(list(NOON.plusSeconds(9), ZHANG), list(NOON, before)).members())
        .containsExactly(ZHANG);
  }

  @Test
  void isStoredAsItIs() {
    UnitStaff staff = taken(list(NOON.plusSeconds(9), ZHANG), list(NOON, ZHANG, LI));

    assertThat(StaffRecord.of(staff).staff()).isEqualTo(staff);
  }

  private static UnitStaff list(Instant at, StaffMember... members) {
    return new UnitStaff("350213101000", "350213101000", at, List.of(members));
  }

  private static Verdict after(UnitStaff next, @Nullable UnitStaff known) {
    return next.after(known, DAY, DAY, KEPT, NOON.plusSeconds(60), ref -> ref.startsWith("k1:"));
  }

  private static UnitStaff taken(UnitStaff next, UnitStaff known) {
    assertThat(after(next, known)).isInstanceOf(Verdict.Taken.class);
    return ((Verdict.Taken) after(next, known)).staff();
  }
}
