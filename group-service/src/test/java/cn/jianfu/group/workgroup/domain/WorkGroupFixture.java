package cn.jianfu.group.workgroup.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A work group to which commands are given one after the other. */
final class WorkGroupFixture {

  static final String XINDIAN = "350213101000";
  static final GroupId FLOOD_GROUP = new GroupId(XINDIAN, Platform.WECOM, "wr-1");
  static final GroupId OTHER_GROUP = new GroupId(XINDIAN, Platform.WECOM, "wr-2");
  static final Actor OFFICE = new Actor("https://id", "u-7", "town-office", XINDIAN);
  static final Actor DISTRICT = new Actor("https://id", "u-1", "district-admin", "350213000000");
  static final LocalDate DAY_1 = LocalDate.of(2026, 3, 1);
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final List<WorkGroupEvent> last = new ArrayList<>();
  private @Nullable WorkGroup group;
  private List<Refusal> refusals = List.of();
  private MergeTies ties = MergeTies.NONE;
  private boolean confirmed;
  private Actor actor = OFFICE;
  private LocalDate today = TODAY;

  static WorkGroupFixture aWorkGroup() {
    return new WorkGroupFixture();
  }

  static LocalDate day(int number) {
    return DAY_1.plusDays(number - 1L);
  }

  static Facts facts(String name) {
    return new Facts(
        name,
        GroupKind.PERMANENT,
        "FLOOD",
        "防汛",
        "防汛值守",
        XINDIAN,
        "v1:abc",
        null,
        LocalDate.of(2025, 5, 1),
        null,
        null,
        null,
        null,
        Confidence.API);
  }

  WorkGroupFixture declared() {
    return on(new WorkGroupCommand.Declare(FLOOD_GROUP, XINDIAN, facts("防汛群"), day(1)));
  }

  WorkGroupFixture filed() {
    return on(new WorkGroupCommand.File("新党政〔2026〕1号", day(2)));
  }

  WorkGroupFixture used() {
    return on(new WorkGroupCommand.Observe(FLOOD_GROUP, XINDIAN, day(3)));
  }

  WorkGroupFixture active() {
    return declared().filed().used();
  }

  WorkGroupFixture decided(DecisionKind kind, int day) {
    return on(
        new WorkGroupCommand.Decide(
            kind,
            "长期闲置",
            day(day + 10),
            kind == DecisionKind.MERGE ? OTHER_GROUP : null,
            "2026-autumn",
            actor.role().equals(Actor.RULE) ? DecisionOrigin.RULE : DecisionOrigin.BY_HAND,
            day(day)));
  }

  WorkGroupFixture executed(int day) {
    return on(new WorkGroupCommand.ReportExecution(day(day)));
  }

  /** From now on other groups stand to it like this. */
  WorkGroupFixture tied(MergeTies.@Nullable Target target, boolean awaited) {
    ties = new MergeTies(target, awaited);
    return this;
  }

  /** Something was found about it, and the district has said that it is so. */
  WorkGroupFixture confirmed() {
    confirmed = true;
    return this;
  }

  /** From now on it is that day. */
  WorkGroupFixture today(int number) {
    today = day(number);
    return this;
  }

  /** From now on commands come from there. */
  WorkGroupFixture by(Actor who) {
    actor = who;
    return this;
  }

  WorkGroupFixture on(WorkGroupCommand command) {
    last.clear();
    refusals = List.of();
    Circumstances now =
        new Circumstances(today, actor, 30, 90, actor.equals(DISTRICT), confirmed, ties);
    switch (WorkGroupDecisions.decide(group, command, now)) {
      case Verdict.Declined(var why) -> refusals = why;
      case Verdict.Accepted(var events) -> {
        last.addAll(events);
        events.forEach(event -> group = WorkGroupHistory.evolve(group, event));
      }
    }
    return this;
  }

  /** From now on it is that one. */
  WorkGroupFixture as(WorkGroup other) {
    group = other;
    return this;
  }

  List<WorkGroupEvent> said() {
    return List.copyOf(last);
  }

  /** The first, after which the answer is called. */
  @Nullable Refusal refusal() {
    return refusals.isEmpty() ? null : refusals.getFirst();
  }

  List<Refusal> refusals() {
    return refusals;
  }

  WorkGroup group() {
    if (group == null) {
      throw new AssertionError("no group yet");
    }
    return group;
  }

  @Nullable WorkGroup known() {
    return group;
  }

  GroupState state() {
    return group().state();
  }
}
