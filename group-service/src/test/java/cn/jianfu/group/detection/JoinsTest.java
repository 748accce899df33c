package cn.jianfu.group.detection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.Exemption;
import cn.jianfu.group.detection.domain.MemberSets;
import cn.jianfu.group.detection.domain.Membership;
import cn.jianfu.group.detection.domain.OpenMatters;
import cn.jianfu.group.detection.domain.Overlaps;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanScope;
import cn.jianfu.group.detection.domain.SecrecyBook;
import cn.jianfu.group.detection.domain.WorkingTime;
import cn.jianfu.group.register.domain.ImportKey;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.Circumstances;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.Filing;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupKind;
import cn.jianfu.group.workgroup.domain.GroupState;
import cn.jianfu.group.workgroup.domain.MergeTies;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.Verdict;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.group.workgroup.domain.WorkGroupDecisions;
import cn.jianfu.group.workgroup.domain.WorkGroupEvent;
import cn.jianfu.group.workgroup.domain.WorkGroupHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JoinsTest {

  private static final String UNIT = "350213101000";
  private static final String NAME = "防汛工作群";
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Actor OFFICE = new Actor("i", "s", "town-office", UNIT);
  private static final GroupId LISTED = listed(NAME, Platform.WECHAT);
  private static final GroupId KNOWN = new GroupId(UNIT, Platform.WECHAT, "wr-1");

  private final Joins joins = new Joins(TODAY);

  @Test
  void whatOnlyTheRegisterSaidAndWhatWasDecidedGoesAlong() {
    WorkGroup listed =
        after(
            declared(LISTED, NAME, "值班", FIRST),
            new WorkGroupCommand.File("备1", FIRST.plusDays(2)),
            decision(DecisionKind.DISSOLVE, null, FIRST.plusDays(3)));
    WorkGroup known = declared(KNOWN, NAME, null, FIRST.plusDays(10));

    WorkGroup joined = takenOver(listed, known);

    assertThat(joined.profile().facts().purpose()).isEqualTo("值班");
    assertThat(joined.profile().filing())
        .isEqualTo(new Filing("备1", FIRST.plusDays(2), NAME, null));
    assertThat(joined.state()).isEqualTo(GroupState.DISSOLVING);
    assertThat(joined.decision()).isEqualTo(listed.decision());
    assertThat(joined.profile().transitions()).isEqualTo(listed.profile().transitions());
    assertThat(joined.profile().declaredOn()).isEqualTo(FIRST);
    assertThat(takenOver(listed, joined))
        .as("whoever comes again changes nothing")
        .isEqualTo(joined);
  }

  @Test
  void whatThePlatformsEntrySaysItselfStands() {
    WorkGroup listed =
        after(
            declared(LISTED, NAME, "值班", FIRST),
            decision(DecisionKind.DISSOLVE, null, FIRST.plusDays(3)));
    WorkGroup known =
        after(
            declared(KNOWN, NAME, "调度", FIRST.plusDays(10)),
            new WorkGroupCommand.File("备2", FIRST.plusDays(11)),
            decision(DecisionKind.STANDARDISE, null, FIRST.plusDays(12)));

    WorkGroup joined = takenOver(listed, known);

    assertThat(joined.decision()).isEqualTo(known.decision());
    assertThat(joined.state()).isEqualTo(known.state());
    assertThat(joined.profile().facts()).isEqualTo(known.profile().facts());
    assertThat(joined.profile().filing())
        .isEqualTo(new Filing("备2", FIRST.plusDays(11), NAME, null));
    assertThat(joined.profile().transitions().getFirst().on()).isEqualTo(FIRST);
  }

  @Test
  void aDecisionByWhichTheTwoWereToBecomeOneIsDoneByJoining() {
    WorkGroup listed =
        after(
            declared(LISTED, NAME, null, FIRST),
            decision(DecisionKind.MERGE, KNOWN, FIRST.plusDays(3)));

    assertThat(takenOver(listed, declared(KNOWN, NAME, null, FIRST)).decision()).isNull();
  }

  @Test
  void onlyPairsOfWhichThereIsNoDoubtAreJoined() {
    WorkGroup listed = declared(LISTED, NAME, null, FIRST);
    WorkGroup known = declared(KNOWN, "防汛  工作群", null, FIRST);

    assertThat(pairs(listed, known)).containsExactly(new Joins.Twins(listed, known));
    assertThat(pairs(known, listed)).containsExactly(new Joins.Twins(listed, known));
    assertThat(pairs(listed, declared(KNOWN, "防台工作群", null, FIRST))).isEmpty();
    assertThat(pairs(listed, known, declared(id("wr-2"), NAME, null, FIRST))).isEmpty();
    assertThat(pairs(known, declared(id("wr-2"), NAME, null, FIRST))).isEmpty();
    assertThat(
            pairs(listed, declared(new GroupId(UNIT, Platform.WECOM, "wr-1"), NAME, null, FIRST)))
        .isEmpty();
    assertThat(pairs(after(listed, new WorkGroupCommand.Observe(LISTED, UNIT, TODAY)), known))
        .as("what was reported under the register's key would not go along")
        .isEmpty();
    assertThat(pairs(listed, observed())).as("nobody says what it is called").isEmpty();
    assertThat(
            pairs(
                declared(listed("第1-1网格群", Platform.WECHAT), "第1-1网格群", null, FIRST),
                declared(KNOWN, "第11网格群", null, FIRST)))
        .as("signs tell groups apart")
        .isEmpty();
    assertThat(
            pairs(
                after(listed, new WorkGroupCommand.Rename("防台群", FIRST)),
                declared(KNOWN, "防台群", null, FIRST)))
        .as("it is perhaps a namesake since it was renamed")
        .isEmpty();
    assertThat(pairs(listed, declared(KNOWN, NAME, null, FIRST.minusDays(1))))
        .as("the platform's id was there before the register")
        .isEmpty();
    assertThat(joins.among(List.of(listed, known), known(List.of(), Set.of(LISTED.text()))))
        .as("members were reported under the register's key")
        .isEmpty();
  }

  @Test
  void groupsThatOthersAreToBeMergedIntoStay() {
    WorkGroup listed = declared(LISTED, NAME, null, FIRST);
    WorkGroup known = declared(KNOWN, NAME, null, FIRST);
    GroupId other = id("wr-9");
    WorkGroup intoListed =
        after(declared(other, "别的群", null, FIRST), decision(DecisionKind.MERGE, LISTED, FIRST));
    WorkGroup intoKnown =
        after(declared(other, "别的群", null, FIRST), decision(DecisionKind.MERGE, KNOWN, FIRST));

    assertThat(pairs(listed, known, intoListed)).isEmpty();
    assertThat(pairs(listed, known, intoKnown)).hasSize(1);
    assertThat(pairs(after(listed, decision(DecisionKind.DISSOLVE, null, FIRST)), known, intoKnown))
        .as("it would be dissolved while another waits to go on in it")
        .isEmpty();
  }

  @Test
  void aDecisionThatWasWithdrawnIsNotTakenOverAgain() {
    WorkGroup listed =
        after(
            declared(LISTED, NAME, null, FIRST),
            decision(DecisionKind.DISSOLVE, null, FIRST.plusDays(3)));
    WorkGroup withdrawn =
        after(
            takenOver(listed, declared(KNOWN, NAME, null, FIRST)),
            new WorkGroupCommand.WithdrawDecision(FIRST.plusDays(5)));

    assertThat(takenOver(listed, withdrawn).state()).isEqualTo(GroupState.DECLARED);
  }

  @Test
  void oneThatIsExemptByItsIdStays() {
    WorkGroup listed = declared(LISTED, NAME, null, FIRST);
    WorkGroup known = declared(KNOWN, NAME, null, FIRST);
    var scope = new Exemption.Scope.Group(LISTED.text());

    assertThat(joins.among(List.of(listed, known), known(List.of(exempt(scope, TODAY)), Set.of())))
        .isEmpty();
    assertThat(
            joins.among(
                List.of(listed, known),
                known(List.of(exempt(scope, TODAY.minusDays(1))), Set.of())))
        .hasSize(1);
  }

  @Test
  void twoOfWhichSomebodyHasSaidThatTheyAreTwoStayTwo() {
    WorkGroup listed = declared(LISTED, NAME, null, FIRST);
    WorkGroup known = declared(KNOWN, NAME, null, FIRST);
    WorkGroup separated =
        after(
            listed,
            new WorkGroupCommand.Join(KNOWN, listed, TODAY),
            new WorkGroupCommand.Separate(TODAY));

    assertThat(separated.state()).isEqualTo(GroupState.DECLARED);
    assertThat(pairs(separated, known)).isEmpty();
    assertThat(pairs(separated, declared(id("wr-2"), NAME, null, FIRST)))
        .as("it may well be another")
        .hasSize(1);
  }

  private List<Joins.Twins> pairs(WorkGroup... groups) {
    return joins.among(List.of(groups), known(List.of(), Set.of()));
  }

  /** What is known of the groups, of which these have members. */
  private static ScanInput known(List<Exemption> exemptions, Set<String> counted) {
    return new ScanInput(
        TODAY,
        new ScanScope.Everything(),
        List.of(),
        Overlaps.among(MemberSets.builder().build()),
        Map.of(),
        List.of(),
        Map.of(),
        exemptions,
        List.of(),
        new WorkingTime(Map.of()),
        counted.stream()
            .collect(Collectors.toMap(it -> it, it -> new Membership(TODAY, List.of(), true))),
        Directory.builder().build(),
        SecrecyBook.SILENT,
        OpenMatters.NONE);
  }

  private static Exemption exempt(Exemption.Scope scope, LocalDate to) {
    return new Exemption("e", "G-ZOMB", scope, FIRST, to);
  }

  private WorkGroup takenOver(WorkGroup listed, WorkGroup known) {
    return after(known, joins.takeOver(new Joins.Twins(listed, known)));
  }

  private static WorkGroupCommand decision(
      DecisionKind kind, @Nullable GroupId into, LocalDate on) {
    return new WorkGroupCommand.Decide(
        kind, "长期闲置", FIRST.plusDays(20), into, null, DecisionOrigin.BY_HAND, on);
  }

  private static WorkGroup declared(
      GroupId id, String name, @Nullable String purpose, LocalDate on) {
    return Objects.requireNonNull(
        after((WorkGroup) null, new WorkGroupCommand.Declare(id, UNIT, facts(name, purpose), on)));
  }

  private static WorkGroup observed() {
    return Objects.requireNonNull(
        after((WorkGroup) null, new WorkGroupCommand.Observe(KNOWN, UNIT, FIRST)));
  }

  private static WorkGroup after(@Nullable WorkGroup before, WorkGroupCommand... commands) {
    WorkGroup group = before;
    var now =
        new Circumstances(
            TODAY, OFFICE, 30, 90, false, false, new MergeTies(MergeTies.Target.STAYING, false));
    for (WorkGroupCommand command : commands) {
      List<WorkGroupEvent> events =
          switch (WorkGroupDecisions.decide(group, command, now)) {
            case Verdict.Accepted(var said) -> new ArrayList<>(said);
            case Verdict.Declined(var why) -> throw new AssertionError(command + ": " + why);
          };
      for (WorkGroupEvent event : events) {
        group = WorkGroupHistory.evolve(group, event);
      }
    }
    return Objects.requireNonNull(group);
  }

  private static Facts facts(String name, @Nullable String purpose) {
    return new Facts(
        name,
        GroupKind.PERMANENT,
        null,
        null,
        purpose,
        UNIT,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Confidence.IMPORTED);
  }

  private static GroupId listed(String name, Platform platform) {
    return new GroupId(UNIT, platform, ImportKey.of(UNIT, name));
  }

  private static GroupId id(String externalId) {
    return new GroupId(UNIT, Platform.WECHAT, externalId);
  }
}
