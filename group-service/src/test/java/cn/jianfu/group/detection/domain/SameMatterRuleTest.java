package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.CIVIL_AFFAIRS;
import static cn.jianfu.group.detection.domain.Fixtures.OFFICE;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.group.detection.domain.Exemption.Scope;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameMatterRuleTest {

  private static final DetectionRule RULE = DetectionRule.SAME_MATTER;
  private static final String FLOODS = "汛期值守和水库调度";

  @Test
  void twoGroupsOfOneUnitOnOneMatterAreOneTooMany() {
    GroupBuilder first = aGroup("防汛调度").onMatter("FX");
    GroupBuilder second = aGroup("水库值守").onMatter("FX");
    GroupBuilder elsewhere = aGroup("巡河").onMatter("FX").of(CIVIL_AFFAIRS);

    assertThat(onTheFactsOf(first, second, elsewhere).detect(RULE))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.subject()).isEqualTo(OFFICE + "|matter:FX");
          assertThat(found.groups()).containsExactlyInAnyOrder(first.id(), second.id());
          assertThat(found.evidence().values())
              .containsEntry("by", new Evidence.Value.Word("MATTER"));
        });
  }

  @Test
  void theSubjectStaysWhileGroupsComeAndGo() {
    GroupBuilder oldest = aGroup("防汛工作群").createdOn(daysAgo(100)).forPurpose(FLOODS);
    GroupBuilder second = aGroup("防汛调度").createdOn(daysAgo(50)).forPurpose(FLOODS);
    GroupBuilder third = aGroup("水库值守").createdOn(daysAgo(20)).forPurpose(FLOODS);
    List<Detected> open = found(List.of(), oldest, second);

    assertThat(ids(found(open, oldest, second, third))).isEqualTo(ids(open));
    assertThat(ids(found(open, second, third))).isEqualTo(ids(open));
    assertThat(ids(found(open, oldest.renamed("山洪工作群"), second))).isEqualTo(ids(open));
  }

  @Test
  void theSubjectStaysWhenAnotherCodeComesFirst() {
    GroupBuilder first = aGroup("防汛工作群").onMatter("FX");
    GroupBuilder second = aGroup("三防指挥").onMatter("FX");
    GroupBuilder third = aGroup("防汛群").onMatter("AA");
    List<Detected> open = found(List.of(), first, second);

    assertThat(found(open, first, second, third, aGroup("巡河").onMatter("AA")))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.id()).isEqualTo(open.getFirst().id());
          assertThat(one.groups()).hasSize(4);
        });
    assertThat(ids(found(open, first.onMatter("BB"), second.onMatter("BB")))).isEqualTo(ids(open));
  }

  @Test
  void ofAMatterThatFallsApartTheLargerPartThenThatOfTheOldestGoesOn() {
    GroupBuilder oldest = aGroup("甲").createdOn(daysAgo(100)).onMatter("FX");
    GroupBuilder second = aGroup("乙").createdOn(daysAgo(90)).onMatter("FX");
    GroupBuilder third = aGroup("丙").createdOn(daysAgo(80)).onMatter("FX");
    GroupBuilder fourth = aGroup("丁").createdOn(daysAgo(70)).onMatter("FX");
    GroupBuilder fifth = aGroup("戊").createdOn(daysAgo(60)).onMatter("FX");
    List<Detected> four = found(List.of(), oldest, second, third, fourth);
    List<Detected> five = found(List.of(), oldest, second, third, fourth, fifth);
    oldest.onMatter("AA");
    second.onMatter("AA");

    assertThat(found(four, oldest, second, third, fourth))
        .extracting(Detected::id, Detected::groups)
        .contains(tuple(four.getFirst().id(), sorted(oldest, second)))
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(found(five, oldest, second, third, fourth, fifth))
        .extracting(Detected::id, Detected::groups)
        .contains(tuple(five.getFirst().id(), sorted(third, fourth, fifth)))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void ofTwoMattersThatBecomeOneTheLongerOpenGoesOnAndNeitherWasPutRight() {
    GroupBuilder first = aGroup("甲").onMatter("FX");
    GroupBuilder second = aGroup("乙").onMatter("FX");
    GroupBuilder third = aGroup("丙").onMatter("GH");
    GroupBuilder fourth = aGroup("丁").onMatter("GH");
    List<Detected> open =
        found(List.of(), first, second, third, fourth).stream()
            .sorted(Comparator.comparing(Detected::subject).reversed())
            .toList();
    assertThat(open).hasSize(2);

    ScanInput input =
        onTheFactsOf(first, second, third.onMatter("FX"), fourth.onMatter("FX"))
            .after(open)
            .input();
    FindingChanges changes =
        FindingChanges.between(open, DetectionScan.scan(rules(), input), input, _ -> rules());

    assertThat(changes.raised()).extracting(Detected::rule).doesNotContain(RULE);
    assertThat(changes.changed())
        .extracting(change -> change.now().id())
        .containsExactly(open.getFirst().id());
    assertThat(changes.cleared())
        .containsExactly(new FindingChanges.Cleared(open.getLast(), ClearedBecause.JOINED));
  }

  @Test
  void whatIsCalledAsAnotherMatterWasIsAFindingOfItsOwn() {
    GroupBuilder first = aGroup("甲").onMatter("FX");
    GroupBuilder second = aGroup("乙").onMatter("FX");
    GroupBuilder third = aGroup("丙").onMatter("FX");
    GroupBuilder fourth = aGroup("丁").onMatter("FX");
    List<Detected> open = found(List.of(), first, second);

    first.onMatter("GH");
    second.onMatter("GH");
    List<Detected> both = found(open, first, second, third, fourth);
    assertThat(both)
        .extracting(Detected::groups)
        .containsExactly(sorted(first, second), sorted(third, fourth));
    assertThat(both.getFirst().id()).isEqualTo(open.getFirst().id());
    assertThat(both.getLast().id()).isNotEqualTo(open.getFirst().id());
    assertThat(found(both, first, second, third, fourth)).isEqualTo(both);

    // Nothing is left of the first, and the code says again what it said.
    assertThat(ids(found(open, third, fourth))).isEqualTo(ids(open));
  }

  @Test
  void aLookAtOneGroupCallsAMatterAsTheScanOfAllDoes() {
    GroupBuilder first = aGroup("甲").onMatter("FX");
    GroupBuilder second = aGroup("乙").onMatter("FX");
    List<Detected> open = found(List.of(), first, second);
    first.onMatter("GH");
    second.onMatter("GH");

    assertThat(onTheFactsOf(first, second).after(open).lookingAt(second).detect(RULE))
        .isEqualTo(found(open, first, second))
        .extracting(Detected::id)
        .isEqualTo(ids(open));
  }

  @Test
  void anExemptionHidesAMatterUnderTheSubjectThatItHas() {
    GroupBuilder first = aGroup("甲").onMatter("FX");
    GroupBuilder second = aGroup("乙").onMatter("FX");
    List<Detected> open = found(List.of(), first, second);

    assertThat(
            onTheFactsOf(first.onMatter("GH"), second.onMatter("GH"))
                .after(open)
                .exempting(RULE, new Scope.Group(first.id()))
                .scan(rules())
                .exempt())
        .extracting(Detected::id)
        .isEqualTo(ids(open));
  }

  /** However matters change, each scan has a subject once, and the next has nothing new. */
  @Property(tries = 300)
  void noTwoMattersHaveOneSubject(
      @ForAll @Size(min = 1, max = 6) List<@Size(8) List<@IntRange(max = 3) Integer>> steps) {
    List<Detected> open = List.of();
    for (List<Integer> codes : steps) {
      GroupBuilder[] groups = new GroupBuilder[codes.size()];
      for (int g = 0; g < groups.length; g++) {
        groups[g] = aGroup("群" + (char) ('甲' + g)).onMatter("M" + codes.get(g));
      }
      List<Detected> found = found(open, groups);
      assertThat(ids(found)).doesNotHaveDuplicates();
      assertThat(found(found, groups)).isEqualTo(found);
      Collections.reverse(Arrays.asList(groups));
      assertThat(found(open, groups)).isEqualTo(found);
      open = found;
    }
  }

  private static List<Detected> found(List<Detected> open, GroupBuilder... groups) {
    return onTheFactsOf(groups).after(open).detect(RULE);
  }

  private static List<String> ids(List<Detected> found) {
    return found.stream().map(Detected::id).toList();
  }

  private static List<String> sorted(GroupBuilder... groups) {
    return Arrays.stream(groups).map(GroupBuilder::id).sorted().toList();
  }

  @Test
  void aGroupLikeThoseOfAMatterJoinsTheirFinding() {
    List<Detected> found =
        onTheFactsOf(aGroup("三防指挥").onMatter("FX"), aGroup("防汛工作群").onMatter("FX"), aGroup("防汛群"))
            .detect(RULE);

    assertThat(found)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.groups()).hasSize(3);
          assertThat(one.evidence().values()).containsEntry("by", new Evidence.Value.Word("BOTH"));
        });
  }

  @Test
  void theSamePurposeInWordsIsOneMatterButAHeadingIsNot() {
    assertThat(
            onTheFactsOf(
                    aGroup("甲").forPurpose("城乡居民医保参保缴费动员工作"),
                    aGroup("乙").forPurpose("城乡居民医保参保缴费动员"))
                .detect(RULE))
        .hasSize(1);
    assertThat(
            onTheFactsOf(aGroup("甲").forPurpose("日常工作交流"), aGroup("乙").forPurpose("日常工作交流"))
                .detect(RULE))
        .isEmpty();
  }

  @Test
  void theUnitsOwnNameInFrontDoesNotMakeGroupsAlike() {
    GroupBuilder first = aGroup("新店镇综合治理和平安建设办公室值班群");
    GroupBuilder second = aGroup("新店镇综合治理和平安建设办公室信访群");
    UnitFacts unit = new UnitFacts(OFFICE, List.of(), List.of("新店镇", "新店镇综合治理和平安建设办公室"));

    assertThat(onTheFactsOf(first, second).detect(RULE)).hasSize(1);
    assertThat(onTheFactsOf(first, second).withUnit(unit).detect(RULE)).isEmpty();
  }

  @Test
  void anExemptGroupIsNotCountedAndWhatItHidesIsKnown() {
    GroupBuilder first = aGroup("甲").onMatter("FX");
    GroupBuilder second = aGroup("乙").onMatter("FX");
    GroupBuilder third = aGroup("丙").onMatter("FX");
    var two =
        onTheFactsOf(first, second).exempting(RULE, new Scope.Group(first.id())).scan(rules());
    var three =
        onTheFactsOf(first, second, third)
            .exempting(RULE, new Scope.Group(first.id()))
            .scan(rules());

    assertThat(two.detected()).isEmpty();
    assertThat(two.exempt()).hasSize(1);
    assertThat(three.detected())
        .singleElement()
        .extracting(Detected::groups)
        .isEqualTo(List.of(third.id(), second.id()));
    assertThat(three.exempt()).isEmpty();
  }

  @Test
  void exposureIsTheNumberOfMatters() {
    var scanned = onTheFactsOf(aGroup("甲").onMatter("FX"), aGroup("乙").onMatter("FX"), aGroup("丙"));

    assertThat(scanned.scan(rules()).exposures().get(RULE))
        .containsOnly(Map.entry(OFFICE, new Exposure(2, 0)));
  }

  @ParameterizedTest
  @CsvSource({
    "防汛工作群,                防汛",
    "２０２６年防汛工作群,        防汛",
    "2026年度防汛（工作）群,      防汛",
    "防汛-微信交流群,            防汛",
    "防汛１群,                  防汛",
    "防汛群三,                  防汛",
    "ＱＱ工作群,                 ''",
    "工作群,                    ''",
    "第一网格工作群,              第一网格",
    "新店镇防汛 QQ群,            防汛",
    "12345热线群,              12345热线",
  })
  void whatDoesNotTellGroupsApartIsSetAside(String name, String plain) {
    assertThat(PlainName.of(name, List.of("新店镇"))).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "防汛,防汛,true",
    "城乡居民医保缴费,城乡居民医保征缴,false",
    "东坑社区网格员管理服务,东坑社区网格员管理服务站,true",
    "城乡居民基本医疗保险参保动员第一网格,城乡居民基本医疗保险参保动员第二网格,false",
    "群,裙,false",
    "'','',false",
  })
  void likenessIsTheShareOfCommonCharacterPairs(String one, String other, boolean alike) {
    Ratio share = new Ratio(85, 100);

    assertThat(new Likeness(one).isAtLeast(share, new Likeness(other))).isEqualTo(alike);
  }

  @Property(tries = 200)
  void likenessIsSymmetricAndANameIsLikeItself(
      @ForAll("names") String one, @ForAll("names") String other) {
    Ratio share = new Ratio(85, 100);
    Likeness first = new Likeness(PlainName.of(one, List.of()));
    Likeness second = new Likeness(PlainName.of(other, List.of()));

    assertThat(first.isAtLeast(share, second)).isEqualTo(second.isAtLeast(share, first));
    assertThat(first.isAtLeast(share, first)).isEqualTo(!PlainName.of(one, List.of()).isEmpty());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("防汛抢险工作群一二2 （").ofMaxLength(8);
  }
}
