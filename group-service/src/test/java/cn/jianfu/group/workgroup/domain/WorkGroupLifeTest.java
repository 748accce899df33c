package cn.jianfu.group.workgroup.domain;

import static cn.jianfu.group.workgroup.domain.GroupState.ACTIVE;
import static cn.jianfu.group.workgroup.domain.GroupState.ARCHIVED;
import static cn.jianfu.group.workgroup.domain.GroupState.DECLARED;
import static cn.jianfu.group.workgroup.domain.GroupState.DISSOLVED;
import static cn.jianfu.group.workgroup.domain.GroupState.DISSOLVING;
import static cn.jianfu.group.workgroup.domain.GroupState.FILED;
import static cn.jianfu.group.workgroup.domain.GroupState.JOINED;
import static cn.jianfu.group.workgroup.domain.GroupState.MERGED;
import static cn.jianfu.group.workgroup.domain.GroupState.MERGING;
import static cn.jianfu.group.workgroup.domain.GroupState.OBSERVED;
import static cn.jianfu.group.workgroup.domain.GroupState.WARNED;
import static cn.jianfu.group.workgroup.domain.GroupState.WITHDRAWN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.FLOOD_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.OTHER_GROUP;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.XINDIAN;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.day;
import static cn.jianfu.group.workgroup.domain.WorkGroupFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WorkGroupLifeTest {

  private static final Map<GroupState, Set<GroupState>> TABLE =
      Map.ofEntries(
          Map.entry(OBSERVED, Set.of(DECLARED)),
          Map.entry(DECLARED, Set.of(FILED, DISSOLVING, MERGING, WITHDRAWN, JOINED)),
          Map.entry(FILED, Set.of(ACTIVE, DISSOLVING, MERGING, WITHDRAWN, JOINED)),
          Map.entry(ACTIVE, Set.of(FILED, WARNED, DISSOLVING, MERGING, JOINED)),
          Map.entry(WARNED, Set.of(ACTIVE, FILED, DISSOLVING, MERGING, JOINED)),
          Map.entry(DISSOLVING, Set.of(DISSOLVED, ACTIVE, WARNED, FILED, DECLARED, JOINED)),
          Map.entry(DISSOLVED, Set.of(ACTIVE, DECLARED, ARCHIVED)),
          Map.entry(MERGING, Set.of(MERGED, ACTIVE, WARNED, FILED, DECLARED, JOINED)),
          Map.entry(MERGED, Set.of()),
          Map.entry(ARCHIVED, Set.of()),
          Map.entry(WITHDRAWN, Set.of(OBSERVED, DECLARED)),
          Map.entry(JOINED, Set.of()));

  @Property
  void whateverIsAskedTheTableOfStatesHolds(@ForAll("commands") List<WorkGroupCommand> commands) {
    var group = WorkGroupFixture.aWorkGroup();
    commands.forEach(group::on);
    List<Transition> life = transitions(group);

    for (int i = 1; i < life.size(); i++) {
      assertThat(TABLE.get(life.get(i - 1).state())).contains(life.get(i).state());
      assertThat(life.get(i).on()).isAfterOrEqualTo(life.get(i - 1).on());
    }
    if (!life.isEmpty()) {
      assertThat(life.getLast().state()).isEqualTo(group.state());
    }
  }

  @Property
  void aFiledGroupIsCalledAsItIsFiledOrItIsKnownSinceWhenNot(
      @ForAll("commands") List<WorkGroupCommand> commands) {
    var group = WorkGroupFixture.aWorkGroup().declared().filed();
    for (WorkGroupCommand command : commands) {
      group.on(command);
      assertThatTheFilingTellsOfRenames(group.group());
    }
  }

  private static void assertThatTheFilingTellsOfRenames(WorkGroup group) {
    Filing filing = group.profile().filing();
    if (filing != null) {
      assertThat(filing.renamedOn() == null)
          .isEqualTo(filing.isNamed(group.profile().facts().name()));
    }
  }

  @Property
  void theSameCommandTwiceSaysNothingNew(
      @ForAll("commands") List<WorkGroupCommand> commands, @ForAll("command") WorkGroupCommand it) {
    var group = WorkGroupFixture.aWorkGroup();
    commands.forEach(group::on);
    group.on(it);

    if (group.refusal() == null) {
      assertThat(group.on(it).said()).isEmpty();
      assertThat(group.refusal()).isNull();
    }
  }

  @Property
  void aDeclinedCommandChangesNothing(
      @ForAll("commands") List<WorkGroupCommand> commands, @ForAll("command") WorkGroupCommand it) {
    var group = WorkGroupFixture.aWorkGroup().declared();
    commands.forEach(group::on);
    WorkGroup before = group.group();
    group.on(it);

    if (group.refusal() != null) {
      assertThat(group.group()).isEqualTo(before);
    }
  }

  /** The undo of an import gives back any past of a group, however it went on. */
  @Property
  void aPastThatIsGivenBackNeitherRevivesWhatEndedNorTakesAwayWhatWasDecided(
      @ForAll("commands") List<WorkGroupCommand> before,
      @ForAll("commands") List<WorkGroupCommand> since) {
    var group = WorkGroupFixture.aWorkGroup();
    before.forEach(group::on);
    WorkGroup former = before.isEmpty() ? null : group.known();
    since.forEach(group::on);
    WorkGroup now = group.known();

    group.on(new WorkGroupCommand.WithdrawDeclaration(former, day(60)));

    if (now == null || group.refusal() != null || group.said().isEmpty()) {
      assertThat(group.known()).isEqualTo(now);
      return;
    }
    assertThat(now.state().isLive()).isTrue();
    if (CleanupDecision.stands(now.decision())) {
      assertThat(CleanupDecision.isAgain(now.decision(), group.group().decision())).isTrue();
    }
    assertThat(group.group().profile().deadlines()).isEqualTo(now.profile().deadlines());
    assertThat(group.group().profile().usedSince()).isEqualTo(now.profile().usedSince());
    if (former == null) {
      assertThat(group.state()).isEqualTo(WITHDRAWN);
      assertThat(group.state().isLive()).isFalse();
    } else {
      assertThat(group.group())
          .isEqualTo(former.with(former.profile().due(now.profile().deadlines())));
    }
  }

  /** Two entries of one group become one life, however each of them went. */
  @Property
  void whatIsTakenOverIsTakenOverOnceAndTheOwnWordStands(
      @ForAll("commands") List<WorkGroupCommand> listedLife,
      @ForAll("commands") List<WorkGroupCommand> knownLife) {
    var listed = WorkGroupFixture.aWorkGroup().declared();
    listedLife.forEach(listed::on);
    var known =
        WorkGroupFixture.aWorkGroup()
            .on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("防汛群"), day(20)));
    knownLife.forEach(known::on);
    WorkGroup before = known.group();
    var takeOver = new WorkGroupCommand.TakeOver(listed.group(), WorkGroupFixture.TODAY);

    known.on(takeOver);

    if (known.refusal() != null) {
      assertThat(known.group()).isEqualTo(before);
      return;
    }
    List<Transition> life = known.group().profile().transitions();
    assertThat(life).isSortedAccordingTo(Comparator.comparing(Transition::on));
    assertThat(life.getLast().state()).isEqualTo(known.state());
    assertThat(known.state().isLive()).isTrue();
    if (before.isDeclared()) {
      assertThat(known.group().profile().facts().name()).isEqualTo(before.profile().facts().name());
    }
    CleanupDecision own = before.decision();
    if (own != null && own.isOpen()) {
      assertThat(known.group().decision()).isEqualTo(own);
    }
    if (own != null && own.isOpen() && own.ends()) {
      assertThat(known.state()).isEqualTo(before.state());
    }
    assertThatTheFilingTellsOfRenames(known.group());
    assertThat(known.on(takeOver).said()).isEmpty();
    known.on(new WorkGroupCommand.GiveBack(listed.group(), WorkGroupFixture.TODAY));
    assertThat(known.refusal()).isNull();
    assertThat(known.group()).as("as if it had never been").isEqualTo(before);
  }

  @Provide
  Arbitrary<List<WorkGroupCommand>> commands() {
    return command().list().ofMaxSize(30);
  }

  @Provide
  Arbitrary<WorkGroupCommand> command() {
    Arbitrary<LocalDate> days = Arbitraries.integers().between(1, 60).map(WorkGroupFixture::day);
    Arbitrary<String> names = Arbitraries.of("防汛群", "防台群");
    return Arbitraries.oneOf(
        days.map(on -> new WorkGroupCommand.Observe(FLOOD_GROUP, XINDIAN, on)),
        Combinators.combine(names, days)
            .as((name, on) -> new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts(name), on)),
        days.map(on -> new WorkGroupCommand.File("1号", on)),
        Combinators.combine(names, days)
            .as((name, on) -> new WorkGroupCommand.File("1号", name, on)),
        Combinators.combine(names, days).as(WorkGroupCommand.Rename::new),
        days.map(on -> new WorkGroupCommand.ChangeOwner(XINDIAN, null, null, on)),
        days.map(WorkGroupCommand.Warn::new),
        days.map(WorkGroupCommand.LiftWarning::new),
        Combinators.combine(Arbitraries.of(DecisionKind.class), days).as(this::decide),
        days.map(WorkGroupCommand.WithdrawDecision::new),
        days.map(WorkGroupCommand.ReportExecution::new),
        days.map(WorkGroupCommand.Restore::new),
        days.map(WorkGroupCommand.Archive::new),
        days.map(on -> new WorkGroupCommand.WithdrawDeclaration(null, on)),
        days.map(on ->
            new WorkGroupCommand.Join(
                WorkGroupFixture.OTHER_GROUP,
                WorkGroupFixture.aWorkGroup().declared().group(),
                on)));
  }

  private WorkGroupCommand decide(DecisionKind kind, LocalDate on) {
    GroupId target = kind == DecisionKind.MERGE ? OTHER_GROUP : null;
    return new WorkGroupCommand.Decide(
        kind, "r", day(90), target, null, DecisionOrigin.BY_HAND, on);
  }

  private static List<Transition> transitions(WorkGroupFixture group) {
    try {
      return group.group().profile().transitions();
    } catch (AssertionError noneYet) {
      return List.of();
    }
  }
}
