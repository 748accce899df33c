package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.FLOOD_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.XINDIAN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.aWorkGroup;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.day;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.register.domain.ImportKey;
import java.time.LocalDate;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A filing is kept with the name that was filed, so that a rename can be told from it. */
class FilingTest {

  private static final String NUMBER = "新党政〔2026〕1号";

  @Test
  void theNameThatTheGroupHasIsFiled() {
    assertThat(filing(aWorkGroup().declared().filed()))
        .isEqualTo(new Filing(NUMBER, day(2), "防汛群", null));
  }

  @Test
  void aRenameIsNotedOnTheFirstDayAndGoingBackToTheFiledNameUndoesIt() {
    var group = renamed(aWorkGroup().active(), "防台群", 5);
    assertThat(filing(group)).isEqualTo(new Filing(NUMBER, day(2), "防汛群", day(5)));

    renamed(group, "抗旱群", 9);
    assertThat(filing(group).renamedOn()).as("another rename gives no more time").isEqualTo(day(5));

    renamed(group, "防汛 群", 12);
    assertThat(filing(group).renamedOn()).isNull();
  }

  @Test
  void whoGoesBackToTheFiledNameForLessTimeThanHeWasAwayHasNoMoreTime() {
    var group = renamed(renamed(aWorkGroup().active(), "防台群", 4), "防汛群", 10);

    renamed(group, "抗旱群", 15);
    assertThat(filing(group).renamedOn()).as("back for five days, away for six").isEqualTo(day(4));

    renamed(renamed(group, "防汛群", 16), "防台群", 17);
    assertThat(filing(group).renamedOn()).as("again and again").isEqualTo(day(4));
  }

  @Test
  void whoGoesBackForAsLongAsHeWasAwayHasBeenBack() {
    var group = renamed(renamed(aWorkGroup().active(), "防台群", 4), "防汛群", 10);

    renamed(group, "抗旱群", 16);
    assertThat(filing(group).renamedOn()).isEqualTo(day(16));

    var sameDay = renamed(renamed(aWorkGroup().active(), "防台群", 4), "防汛群", 4);
    assertThat(filing(renamed(sameDay, "防台群", 5)).renamedOn())
        .as("a name that was typed in error")
        .isEqualTo(day(5));
  }

  @Test
  void whatIsFiledAnewHasNeverBeenAway() {
    var group = renamed(renamed(aWorkGroup().active(), "防台群", 4), "防汛群", 10);

    renamed(group.on(file("2号", null, 11)), "抗旱群", 12);

    assertThat(filing(group).renamedOn()).isEqualTo(day(12));
  }

  @Test
  void whatTypingMakesOfANameIsNoRename() {
    var group = renamed(aWorkGroup().active(), "ＱＱ群", 4).on(file(NUMBER, null, 4));

    assertThat(filing(renamed(group, "qq-群", 5)).renamedOn()).isNull();
    assertThat(group.on(file(NUMBER, null, 6)).said()).isEmpty();
  }

  @Test
  void anotherNameByDeclarationIsARenameToo() {
    var group = aWorkGroup().active();

    group.on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("防台群"), day(6)));

    assertThat(filing(group).renamedOn()).isEqualTo(day(6));
  }

  @Test
  void theSameNumberAgainFilesTheRename() {
    var group = renamed(aWorkGroup().active(), "防台群", 5).on(file(NUMBER, null, 7));

    assertThat(filing(group)).isEqualTo(new Filing(NUMBER, day(7), "防台群", null));
    assertThat(group.on(file(NUMBER, null, 7)).said()).isEmpty();
    assertThat(filing(renamed(group, "防汛群", 9)).renamedOn()).isEqualTo(day(9));
  }

  @Test
  void aNewNumberFilesTheRenameToo() {
    var group = renamed(aWorkGroup().active(), "防台群", 5).on(file("2号", null, 7));

    assertThat(filing(group)).isEqualTo(new Filing("2号", day(7), "防台群", null));
  }

  /** A register that is uploaded again still has the day of the first filing. */
  @Test
  void theKnownFilingToldAgainDoesNotFileARenameThatCameLater() {
    var group = renamed(aWorkGroup().active(), "防台群", 9);

    for (String name : new String[] {null, "防台群", "防汛群"}) {
      assertThat(group.on(file(NUMBER, name, 2)).said()).isEmpty();
      assertThat(group.refusal()).isNull();
    }
    assertThat(filing(group)).isEqualTo(new Filing(NUMBER, day(2), "防汛群", day(9)));
    assertThat(filing(group.on(file(NUMBER, null, 9))).name()).as("of that day").isEqualTo("防台群");
  }

  @Test
  void anEarlierFilingUnderAnotherNameIsNotTheLatest() {
    var group = aWorkGroup().active();

    assertThat(group.on(file(NUMBER, "防台群", 1)).said()).isEmpty();
    assertThat(filing(group.on(file(NUMBER, "防台群", 2))).name()).isEqualTo("防台群");
  }

  @Test
  void renamedOnTheDayOnWhichItsStateBeganTheDayOfTheFilingStillTells() {
    LocalDate longAgo = day(1).minusYears(1);
    var group = aWorkGroup().declared().on(new WorkGroupCommand.File(NUMBER, null, longAgo));
    renamed(group, "防台群", 1);

    assertThat(group.on(new WorkGroupCommand.File(NUMBER, null, longAgo)).said()).isEmpty();
    assertThat(filing(group.on(file(NUMBER, null, 1))).name()).isEqualTo("防台群");
  }

  /** Days before the state of a group began are kept as that one. */
  @Test
  void aRenameAndItsFilingThatAreToldLateAreInOrder() {
    var group = aWorkGroup().declared().on(file(NUMBER, null, 1)).used();
    renamed(group, "防台群", 1);
    assertThat(filing(group).renamedOn()).isEqualTo(day(3));

    assertThat(filing(group.on(file(NUMBER, null, 2))))
        .isEqualTo(new Filing(NUMBER, day(2), "防台群", null));
  }

  @Test
  void aNameThatTheGroupDoesNotHaveMayBeFiledAndIsNotedAsSuch() {
    var group = aWorkGroup().declared().on(file("1号", "防台群", 3));
    assertThat(filing(group)).isEqualTo(new Filing("1号", day(3), "防台群", day(3)));

    group.on(file("1号", "抗旱群", 8));
    assertThat(filing(group))
        .as("a third name gives no more time")
        .isEqualTo(new Filing("1号", day(8), "抗旱群", day(3)));
    assertThat(filing(renamed(group, "抗旱群", 9)).renamedOn()).isNull();
  }

  @Test
  void ofAnOldFilingTheNameIsUnknownUntilItIsFiledAnew() {
    var old = old(aWorkGroup().active());
    assertThat(filing(old).name()).isNull();
    assertThat(filing(renamed(old, "防汛-群", 4)).renamedOn()).isNull();
    renamed(old, "防台群", 5);
    renamed(old, "防汛群", 6);
    renamed(old, "防汛-群", 7);
    renamed(old, "防汛群", 7);
    assertThat(filing(old))
        .as("which of the names was filed, nobody knows")
        .isEqualTo(new Filing(NUMBER, day(2), null, day(5)));

    assertThat(old.on(file(NUMBER, null, 2)).said()).as("told again, with its old day").isEmpty();
    old.on(file(NUMBER, null, 8));
    assertThat(filing(old)).isEqualTo(new Filing(NUMBER, day(8), "防汛群", null));
  }

  @Test
  void anOldFilingThatIsToldAgainTellsItsNameAndKeepsItsDay() {
    var old = old(aWorkGroup().active());

    assertThat(filing(old.on(file(NUMBER, null, 20))))
        .isEqualTo(new Filing(NUMBER, day(2), "防汛群", null));
    assertThat(old.on(file(NUMBER, null, 21)).said()).isEmpty();
  }

  @Test
  void anOldFilingOfAGroupThatEndedIsNothingNew() {
    var ended = old(aWorkGroup().active().decided(DecisionKind.DISSOLVE, 5).executed(6));

    assertThat(ended.on(file(NUMBER, null, 8)).said()).isEmpty();
    assertThat(ended.refusal()).isNull();
    assertThat(ended.on(file("2号", null, 8)).refusal()).isEqualTo(Refusal.ALREADY_DISSOLVED);
  }

  @Test
  void aPastThatIsGivenBackHasTheFilingThatItHad() {
    var group = aWorkGroup().active();
    WorkGroup before = group.group();
    renamed(group, "防台群", 5).on(file(NUMBER, null, 7));

    group.on(new WorkGroupCommand.WithdrawDeclaration(before, day(9)));

    assertThat(filing(group)).isEqualTo(new Filing(NUMBER, day(2), "防汛群", null));
  }

  @Property
  void namesAreOneWhenTheKeysOfRegistersAre(
      @ForAll("names") String name, @ForAll("names") String other) {
    boolean sameKey = ImportKey.of(XINDIAN, name).equals(ImportKey.of(XINDIAN, other));

    assertThat(Filing.isOne(name, other)).isEqualTo(sameKey);
    assertThat(Filing.isOne(other, name)).isEqualTo(sameKey);
  }

  @Test
  void namesOfSignsAloneAreToldByTheirSigns() {
    assertThat(Filing.isOne("★★", "❤❤")).isFalse();
    assertThat(Filing.isOne("★★", "★★")).isTrue();
    assertThat(Filing.isOne("群★", "★★")).isFalse();
    assertThat(Filing.isOne("★★", "群★")).isFalse();
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars('群', '防', 'Ａ', 'a', 'A', '１', '1', ' ', '\u3000', '-', '（', '(', '\u200b', '①')
        .ofMaxLength(4)
        .map(it -> "群" + it);
  }

  private static WorkGroupFixture renamed(WorkGroupFixture group, String name, int day) {
    return group.on(new WorkGroupCommand.Rename(name, day(day)));
  }

  private static WorkGroupCommand file(String number, @Nullable String name, int day) {
    return new WorkGroupCommand.File(number, name, day(day));
  }

  /** As it was stored before names were kept. */
  private static WorkGroupFixture old(WorkGroupFixture group) {
    Profile profile = group.group().profile();
    Filing known = filing(group);
    return group.as(
        group.group().with(profile.filed(new Filing(known.number(), known.on(), null, null))));
  }

  private static Filing filing(WorkGroupFixture group) {
    return Objects.requireNonNull(group.group().profile().filing());
  }
}
