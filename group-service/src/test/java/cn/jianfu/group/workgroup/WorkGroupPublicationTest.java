package cn.jianfu.group.workgroup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.EventType;
import cn.jianfu.contracts.group.WorkGroupRestatedV1;
import cn.jianfu.group.workgroup.domain.Actor;
import cn.jianfu.group.workgroup.domain.Circumstances;
import cn.jianfu.group.workgroup.domain.Confidence;
import cn.jianfu.group.workgroup.domain.DecisionKind;
import cn.jianfu.group.workgroup.domain.DecisionOrigin;
import cn.jianfu.group.workgroup.domain.Facts;
import cn.jianfu.group.workgroup.domain.GroupId;
import cn.jianfu.group.workgroup.domain.GroupKind;
import cn.jianfu.group.workgroup.domain.MergeTies;
import cn.jianfu.group.workgroup.domain.Platform;
import cn.jianfu.group.workgroup.domain.Verdict;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.group.workgroup.domain.WorkGroupCommand;
import cn.jianfu.group.workgroup.domain.WorkGroupDecisions;
import cn.jianfu.group.workgroup.domain.WorkGroupHistory;
import cn.jianfu.testkit.Golden;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkGroupPublicationTest {

  private static final String XINDIAN = "350213101000";
  private static final GroupId ID = new GroupId(XINDIAN, Platform.WECOM, "wr-1");
  private static final GroupId LISTED =
      new GroupId(XINDIAN, Platform.WECOM, "reg:0f1e2d3c4b5a69788796a5b4c3d2e1f0");
  private static final Actor BY =
      new Actor("http://127.0.0.1:9000", "xindian-oa", "town-system", XINDIAN);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final List<Object> published = new ArrayList<>();
  private WorkGroup group;

  @Test
  void everyEventIsPublishedAsItsGoldenFileSays() {
    says(new WorkGroupCommand.Observe(ID, XINDIAN, day(0)));
    says(new WorkGroupCommand.Declare(ID, XINDIAN, facts("防汛群"), day(1)));
    says(new WorkGroupCommand.File("新群备〔2026〕1号", day(2)));
    says(new WorkGroupCommand.Rename("防汛工作群", day(3)));
    says(new WorkGroupCommand.ChangeOwner(XINDIAN, "k1:bbbb", "李四", day(4)));
    says(new WorkGroupCommand.Declare(ID, XINDIAN, changed(), day(5)));
    says(new WorkGroupCommand.Warn(day(6)));
    says(new WorkGroupCommand.LiftWarning(day(7)));
    WorkGroup undecided = group;
    says(decide(DecisionKind.STANDARDISE, 8));
    says(new WorkGroupCommand.ReportExecution(day(9)));
    group = undecided;
    says(decide(DecisionKind.DISSOLVE, 10));
    says(new WorkGroupCommand.WithdrawDecision(day(11)));
    says(decide(DecisionKind.DISSOLVE, 12));
    says(new WorkGroupCommand.ReportExecution(day(13)));
    says(new WorkGroupCommand.Restore(day(14)));
    says(decide(DecisionKind.DISSOLVE, 15));
    says(new WorkGroupCommand.ReportExecution(day(16)));
    says(new WorkGroupCommand.Archive(day(60)));
    group = null;
    says(new WorkGroupCommand.Declare(ID, XINDIAN, facts("防汛群"), day(1)));
    says(decide(DecisionKind.MERGE, 10));
    says(new WorkGroupCommand.ReportExecution(day(13)));
    published.add(new WorkGroupRestatedV1(WorkGroupPublication.group(group)));
    group = null;
    says(new WorkGroupCommand.Declare(ID, XINDIAN, facts("防汛群"), day(1)));
    says(new WorkGroupCommand.WithdrawDeclaration(null, day(2)));
    group = null;
    says(new WorkGroupCommand.Declare(LISTED, XINDIAN, facts("防汛群"), day(1)));
    says(new WorkGroupCommand.Join(ID, group, day(2)));
    says(new WorkGroupCommand.Separate(day(3)));

    Set<String> seen = new HashSet<>();
    for (Object event : published) {
      EventType<?> type = EventCatalogue.of(event);
      if (seen.add(type.name())) {
        assertGolden(type, event);
      }
    }
    assertThat(seen).hasSize(20).allMatch(name -> name.startsWith("group.work-group-"));
  }

  private void says(WorkGroupCommand command) {
    var now = new Circumstances(DAY.plusDays(100), BY, 30, 90, true, false, MergeTies.NONE);
    if (!(WorkGroupDecisions.decide(group, command, now) instanceof Verdict.Accepted(var events))) {
      throw new AssertionError(command);
    }
    for (var event : events) {
      group = WorkGroupHistory.evolve(group, event);
      WorkGroupPublication.of(event, group, BY).ifPresent(published::add);
    }
  }

  @SuppressWarnings("unchecked")
  private static <E> void assertGolden(EventType<E> type, Object event) {
    Golden.assertMatches(type, (E) event);
  }

  private static WorkGroupCommand decide(DecisionKind kind, int day) {
    GroupId target =
        kind == DecisionKind.MERGE ? new GroupId(XINDIAN, Platform.WECOM, "wr-2") : null;
    return new WorkGroupCommand.Decide(
        kind, "长期闲置", day(day + 14), target, "2026-autumn", DecisionOrigin.BY_HAND, day(day));
  }

  private static LocalDate day(int number) {
    return DAY.plusDays(number);
  }

  private static Facts facts(String name) {
    return new Facts(
        name,
        GroupKind.TEMPORARY,
        "FLOOD",
        "防汛",
        "防汛值班与调度",
        XINDIAN,
        "k1:aaaa",
        "张三",
        LocalDate.of(2025, 5, 1),
        LocalDate.of(2026, 12, 31),
        null,
        new Facts.Approval("翔政〔2025〕8号", LocalDate.of(2025, 4, 20)),
        45,
        Confidence.API);
  }

  private static Facts changed() {
    return new Facts(
        "防汛工作群",
        GroupKind.PERMANENT,
        "FLOOD",
        "防汛",
        null,
        XINDIAN,
        "k1:bbbb",
        "李四",
        LocalDate.of(2025, 5, 1),
        null,
        null,
        null,
        null,
        Confidence.API);
  }
}
