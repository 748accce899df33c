package cn.jianfu.group.register.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.register.domain.Answers.ListedGroup;
import cn.jianfu.group.register.domain.Recognition.Known;
import cn.jianfu.group.register.domain.Recognition.Listed;
import cn.jianfu.group.register.domain.Recognition.Meaning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecognitionTest {

  private static final LocalDate SPRING = LocalDate.of(2026, 3, 1);
  private static final LocalDate SUMMER = LocalDate.of(2026, 6, 1);
  private static final Known FLOOD = registered("防汛群");

  @Test
  void aGroupIsKnownByItsNameHoweverItIsTyped() {
    assertThat(meant(List.of(FLOOD), row(3, "防 汛群（）", null, null)))
        .isEqualTo(new Meaning.Same(FLOOD.groupId()));
    assertThat(meant(List.of(FLOOD), row(3, "防火群", null, null)))
        .isEqualTo(new Meaning.New(ImportKey.of("u", "防火群")));
  }

  @Test
  void aNewNameWithOwnerAndDayOfAGroupThatIsGoneIsAQuestion() {
    assertThat(meant(List.of(FLOOD), row(3, "三防群", "张 三", SPRING)))
        .isEqualTo(new Meaning.Unclear(List.of(FLOOD)));
  }

  @Test
  void aNewNextToTheOldIsNoRenameWhereverItStands() {
    Listed renamed = row(3, "三防群", "张三", SPRING);
    Listed old = row(4, "防汛群", "张三", SPRING);

    assertThat(Recognition.of(List.of(FLOOD), List.of(renamed, old), Map.of()))
        .containsEntry(3, new Meaning.New(ImportKey.of("u", "三防群")))
        .containsEntry(4, new Meaning.Same(FLOOD.groupId()));
  }

  @Test
  void ownerAloneOrAnEndedGroupOrAnotherUnitSaysNothing() {
    Meaning isNew = new Meaning.New(ImportKey.of("u", "三防群"));
    Known ended = known("u", "防汛群", "防汛群", false);
    Known elsewhere = known("v", "防汛群", "防汛群", true);

    assertThat(meant(List.of(FLOOD), row(3, "三防群", "张三", SUMMER))).isEqualTo(isNew);
    assertThat(meant(List.of(ended), row(3, "三防群", "张三", SPRING))).isEqualTo(isNew);
    assertThat(meant(List.of(elsewhere), row(3, "三防群", "张三", SPRING))).isEqualTo(isNew);
  }

  @Test
  void theAnswerIsTakenAndARenamedGroupIsKnownByItsNewNameAfterwards() {
    Listed row = row(3, "三防群", "张三", SPRING);
    Known renamed = known("u", "防汛群", "三防群", true);

    assertThat(answered(row, new ListedGroup.Known(FLOOD.groupId())))
        .isEqualTo(new Meaning.Same(FLOOD.groupId()));
    assertThat(answered(row, new ListedGroup.New()))
        .isEqualTo(new Meaning.New(ImportKey.of("u", "三防群")));
    assertThat(answered(row, new ListedGroup.Known("u/OTHER/else")))
        .isEqualTo(new Meaning.NotKnown("u/OTHER/else"));
    assertThat(meant(List.of(renamed), row)).isEqualTo(new Meaning.Same(FLOOD.groupId()));
  }

  @Test
  void theFormerNameOfARenamedGroupIsAQuestionAndANewGroupOfThatNameIsNotTheOldOne() {
    Known renamed = known("u", "防汛群", "三防群", true);
    Listed former = row(3, "防汛群", null, null);

    assertThat(meant(List.of(renamed), former)).isEqualTo(new Meaning.Unclear(List.of(renamed)));
    Meaning both =
        Recognition.of(List.of(renamed), List.of(former, row(4, "三防群", null, null)), Map.of())
            .get(3);
    assertThat(both).isInstanceOf(Meaning.New.class);
    assertThat(both).isNotEqualTo(new Meaning.New(ImportKey.of("u", "防汛群")));
  }

  @Test
  void oneGroupWithAPlatformsIdIsKnownByNameAndOneOfTwoIsAQuestion() {
    Known one = platforms("77", "防汛群");
    Known other = platforms("78", "防汛群");

    assertThat(meant(List.of(one), row(3, "防汛群", null, null)))
        .isEqualTo(new Meaning.Same(one.groupId()));
    assertThat(meant(List.of(one, other), row(3, "防汛群", null, null)))
        .isEqualTo(new Meaning.Unclear(List.of(one, other)));
    assertThat(meant(List.of(one, other), new Listed(3, "u", "新名群", null, null, "78")))
        .isEqualTo(new Meaning.Same(other.groupId()));
  }

  @Test
  void aGroupWithAnotherIdOfThePlatformIsAnotherGroupWhateverItIsCalled() {
    Known one = platforms("77", "防汛群");
    Listed other = new Listed(3, "u", "防汛群", null, null, "78");

    assertThat(meant(List.of(one), other)).isEqualTo(new Meaning.New("78"));
    assertThat(meant(List.of(FLOOD), other)).isEqualTo(new Meaning.Same(FLOOD.groupId()));
  }

  @Test
  void twoRowsDoNotMeanOneGroup() {
    assertThat(
            Recognition.of(
                List.of(), List.of(row(3, "甲群", null, null), row(7, "甲 群", null, null)), Map.of()))
        .containsEntry(7, new Meaning.Twice(3));
    assertThat(
            Recognition.of(
                List.of(FLOOD),
                List.of(row(3, "防汛群", null, null), row(7, "三防群", null, null)),
                Map.of(7, new ListedGroup.Known(FLOOD.groupId()))))
        .containsEntry(7, new Meaning.Twice(3));
  }

  private static Meaning meant(List<Known> known, Listed row) {
    return Objects.requireNonNull(Recognition.of(known, List.of(row), Map.of()).get(row.row()));
  }

  private static Meaning answered(Listed row, ListedGroup answer) {
    return Objects.requireNonNull(
        Recognition.of(List.of(FLOOD), List.of(row), Map.of(row.row(), answer)).get(row.row()));
  }

  private static Listed row(
      int row, String name, @Nullable String owner, @Nullable LocalDate createdOn) {
    return new Listed(row, "u", name, owner, createdOn, null);
  }

  private static Known registered(String name) {
    return known("u", name, name, true);
  }

  private static Known known(String unit, String firstName, String name, boolean live) {
    String key = ImportKey.of(unit, firstName);
    return new Known(unit + "/OTHER/" + key, unit, key, name, "张三", SPRING, live);
  }

  private static Known platforms(String externalId, String name) {
    return new Known("u/WECHAT/" + externalId, "u", externalId, name, null, null, true);
  }
}
