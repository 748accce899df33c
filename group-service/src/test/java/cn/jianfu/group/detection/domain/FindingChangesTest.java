package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.aGroup;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;
import static cn.jianfu.group.detection.domain.Fixtures.onTheFactsOf;
import static cn.jianfu.group.detection.domain.Fixtures.people;
import static cn.jianfu.group.detection.domain.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.jianfu.group.detection.domain.Exemption.Scope;
import cn.jianfu.group.detection.domain.FindingChanges.Cleared;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingChangesTest {

  private static final RuleSet RULES = rules();

  private static FindingChanges changes(List<Detected> open, ScanBuilder facts, RuleSet now) {
    ScanInput input = facts.input();
    return FindingChanges.between(
        open,
        DetectionScan.scan(now, input),
        input,
        key -> key.equals("district@1") ? RULES : null);
  }

  private static GroupBuilder zombie(String name) {
    return aGroup(name).observed(120, 80, 3).observed(79, 0, 0);
  }

  private static GroupBuilder usedAgain(String name) {
    return aGroup(name).observed(120, 80, 3).observed(79, 1, 0).observed(0, 0, 3);
  }

  @Test
  void scanningTwiceSaysNothingNew() {
    ScanBuilder facts =
        onTheFactsOf(
                zombie("a").withMembers(people(1, 9)),
                aGroup("b").withMembers(people(1, 9)).onMatter("x"),
                aGroup("c").temporary().validUntil(daysAgo(30)).onMatter("x"))
            .withLoads(new PersonLoad("k1:1", Fixtures.OFFICE, XINDIAN, 12, Fixtures.TODAY));
    FindingChanges first = changes(List.of(), facts, RULES);

    assertThat(first.raised()).hasSize(5);
    assertThat(changes(first.raised(), facts, RULES).isEmpty()).isTrue();
    assertThat(changes(first.raised(), facts, rules(2, Map.of())).isEmpty()).isTrue();
  }

  @Test
  void withoutARuleSetNothingIsRaisedAndNothingCleared() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();
    ScanInput used = onTheFactsOf(aGroup("a").observed(90, 0, 5)).input();

    assertThat(
            FindingChanges.between(open, DetectionScan.scan(null, used), used, _ -> null).isEmpty())
        .isTrue();
  }

  @Test
  void aGroupInUseAgainIsClearedByData() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();

    assertThat(changes(open, onTheFactsOf(usedAgain("a")), RULES).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.DATA));
  }

  /** Both groups are there as before: who only writes another code has put nothing right. */
  @Test
  void twoGroupsOfOneMatterThatAreOnlyDescribedOtherwiseAreNotPutRight() {
    List<Detected> open =
        onTheFactsOf(aGroup("a").onMatter("x"), aGroup("b").onMatter("x")).scan(RULES).detected();
    ScanBuilder relabelled = onTheFactsOf(aGroup("a").onMatter("x"), aGroup("b").onMatter("y"));
    ScanBuilder ended =
        onTheFactsOf(aGroup("a").onMatter("x"), aGroup("b").onMatter("x").endedOn(daysAgo(1)));

    assertThat(changes(open, relabelled, RULES).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.RELABELLED));
    assertThat(changes(open, ended, RULES).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.DATA));
  }

  @Test
  void aReboundIsNotPutRightByAnotherCode() {
    List<Detected> byMatter =
        onTheFactsOf(before().onMatter("x"), after().onMatter("x")).scan(RULES).detected();

    assertThat(
            changes(byMatter, onTheFactsOf(before().onMatter("x"), after().onMatter("y")), RULES)
                .cleared())
        .containsExactly(new Cleared(byMatter.getFirst(), ClearedBecause.RELABELLED));
  }

  /** Both are there then: it is no rebound any more, and nothing has been put right. */
  @Test
  void aReboundOfWhatIsInUseAgainTakesNobodysPlace() {
    GroupBuilder other = aGroup("other").createdOn(daysAgo(900)).endedOn(daysAgo(90));
    List<Detected> open =
        onTheFactsOf(before().onMatter("x"), other.onMatter("x"), after().onMatter("x"))
            .detect(DetectionRule.REBOUND);
    GroupBuilder restored = aGroup("old").createdOn(daysAgo(900)).onMatter("x");
    GroupBuilder restoredToo = aGroup("other").createdOn(daysAgo(900)).onMatter("y");

    assertThat(open).singleElement().matches(it -> it.evidence().ids("dissolved").size() == 2);
    assertThat(why(open, restored, restoredToo, after().onMatter("x")))
        .containsExactly(ClearedBecause.RESTORED);
    assertThat(why(open, restored, after().onMatter("x")))
        .as("the other one never was")
        .containsExactly(ClearedBecause.RESTORED);
    assertThat(why(open, restored, other.onMatter("z"), after().onMatter("x")))
        .as("the other one is gone still")
        .containsExactly(ClearedBecause.RELABELLED);
    assertThat(why(open, restored, restoredToo, after().onMatter("x").endedOn(daysAgo(1))))
        .containsExactly(ClearedBecause.SUBJECT_CLOSED);
  }

  private static List<ClearedBecause> why(List<Detected> open, GroupBuilder... now) {
    return changes(open, onTheFactsOf(now), RULES).cleared().stream().map(Cleared::why).toList();
  }

  @Test
  void ofThreeGroupsTwoThatAreOnlyDescribedOtherwiseAreStillThere() {
    List<Detected> open =
        onTheFactsOf(
                aGroup("a").onMatter("x"), aGroup("b").onMatter("x"), aGroup("c").onMatter("x"))
            .scan(RULES)
            .detected();
    ScanBuilder after =
        onTheFactsOf(
            aGroup("a").onMatter("x"),
            aGroup("b").onMatter("y"),
            aGroup("c").onMatter("x").endedOn(daysAgo(1)));

    assertThat(changes(open, after, RULES).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.RELABELLED));
  }

  private static GroupBuilder before() {
    return aGroup("old").createdOn(daysAgo(900)).endedOn(daysAgo(100));
  }

  private static GroupBuilder after() {
    return aGroup("new").knownSince(daysAgo(20)).createdOn(daysAgo(20));
  }

  @Test
  void aDissolvedGroupIsClearedAsClosed() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();

    assertThat(changes(open, onTheFactsOf(zombie("a").endedOn(daysAgo(1))), RULES).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.SUBJECT_CLOSED));
  }

  @Test
  void whatGoesOnAsAnotherGroupWasNeverPutRight() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();

    assertThat(changes(open, onTheFactsOf(zombie("a").joined()), RULES).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.JOINED));
  }

  @Test
  void aGroupThatNeverWasIsForgottenWithAllThatWasFoundOfIt() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();

    assertThat(changes(open, onTheFactsOf(aGroup("b")), RULES).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.WITHDRAWN));
  }

  @Test
  void aRuleSwitchedOffClearsByTheRuleSet() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();

    assertThat(
            changes(open, onTheFactsOf(zombie("a")), Fixtures.without(DetectionRule.ZOMBIE))
                .cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.RULE_SET));
  }

  @Test
  void aLooserThresholdClearsByTheRuleSetAndNotByData() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();
    RuleSet looser = rules(2, Map.of("zombie.idleDays", "100"));

    assertThat(changes(open, onTheFactsOf(zombie("a")), looser).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.RULE_SET));
    assertThat(changes(open, onTheFactsOf(usedAgain("a")), looser).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.DATA));
  }

  @Test
  void anExemptionClearsByExemptionAndItsEndRaisesAgain() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();
    ScanBuilder exempted =
        onTheFactsOf(zombie("a")).exempting(DetectionRule.ZOMBIE, new Scope.Unit(XINDIAN));

    assertThat(changes(open, exempted, RULES).cleared())
        .containsExactly(new Cleared(open.getFirst(), ClearedBecause.EXEMPTION));
    assertThat(changes(List.of(), onTheFactsOf(zombie("a")), RULES).raised()).isEqualTo(open);
  }

  @Test
  void aFindingThatCannotBeJudgedNowStaysOpen() {
    List<Detected> open = onTheFactsOf(zombie("a")).scan(RULES).detected();

    assertThat(changes(open, onTheFactsOf(aGroup("a")), RULES).isEmpty()).isTrue();
  }

  @Test
  void anOverlapThatGrowsIsChangedAndWorseOnlyWhenItsKindIs() {
    GroupBuilder first = aGroup("a").withMembers(people(1, 20));
    List<Detected> open =
        onTheFactsOf(first, aGroup("b").withMembers(people(7, 26))).scan(RULES).detected();

    assertThat(
            changes(open, onTheFactsOf(first, aGroup("b").withMembers(people(6, 25))), RULES)
                .changed())
        .singleElement()
        .matches(change -> !change.worsened());
    assertThat(
            changes(open, onTheFactsOf(first, aGroup("b").withMembers(people(1, 20))), RULES)
                .changed())
        .singleElement()
        .matches(FindingChanges.Changed::worsened);
  }

  /** That people came in is seen for months only: what is forgotten is not put right. */
  @Test
  void aFloodByPeopleOfADissolvedGroupStaysUntilLessIsSaid() {
    GroupBuilder flooding = aGroup("大群").floodingWith(12, 22);
    GroupBuilder ended = aGroup("散").endedOn(daysAgo(28)).withMembers(people(1, 10));
    List<Detected> open = onTheFactsOf(flooding, ended).detect(DetectionRule.FLOOD);
    assertThat(open).hasSize(1);

    assertThat(changes(open, onTheFactsOf(flooding), RULES).cleared()).isEmpty();
    GroupBuilder quiet = aGroup("大群").floodingWith(12, 22).countedWith(22, -1, -40, 10);
    assertThat(changes(open, onTheFactsOf(quiet).on(daysAgo(-41)), RULES).cleared())
        .extracting(Cleared::why)
        .containsExactly(ClearedBecause.DATA);
  }

  @Test
  void lookingAtOneGroupClearsNothingOfOthers() {
    GroupBuilder changed = zombie("a").withMembers(people(1, 9));
    GroupBuilder other = zombie("b").withMembers(people(1, 9));
    ScanBuilder everything =
        onTheFactsOf(changed, other)
            .withLoads(new PersonLoad("p", "u", XINDIAN, 99, Fixtures.TODAY));
    List<Detected> open = everything.scan(RULES).detected();
    GroupBuilder now = usedAgain("a").withMembers(people(20, 30));

    List<Cleared> cleared = changes(open, onTheFactsOf(now).lookingAt(now), RULES).cleared();

    assertThat(cleared)
        .extracting(gone -> gone.finding().rule(), Cleared::why)
        .containsExactly(
            tuple(DetectionRule.OVERLAP, ClearedBecause.DATA),
            tuple(DetectionRule.ZOMBIE, ClearedBecause.DATA));
  }

  @Test
  void lookingAtOneGroupFindsWhatTheWholeScanFindsOfIt() {
    GroupBuilder changed = zombie("防汛工作群").withMembers(people(1, 9));
    GroupBuilder other = zombie("防汛群").withMembers(people(1, 9));
    ScanBuilder asked = onTheFactsOf(changed, other).lookingAt(changed);

    assertThat(asked.scan(RULES).detected())
        .isEqualTo(
            onTheFactsOf(changed, other).scan(RULES).detected().stream()
                .filter(asked.input().scope()::covers)
                .toList())
        .hasSize(3);
  }
}
