package cn.jianfu.load;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.group.LoadSummarisedV1;
import cn.jianfu.contracts.group.TransitionV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.load.events.Town;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What group-service tells of made-up groups. */
final class PublishedEvents {

  static final List<String> RULES =
      List.of("G-ZOMB", "G-REG", "G-HOURS", "G-INST", "G-DUMP", "G-TRACE", "G-OVER", "G-DUPM");
  static final ActorV1 SYSTEM = new ActorV1("load", "load", "town-system", "");

  private PublishedEvents() {}

  static WorkGroupV1 workGroup(
      Town town,
      String unit,
      String id,
      LocalDate begun,
      @Nullable LocalDate decided,
      @Nullable LocalDate ended) {
    String state = ended != null ? "DISSOLVED" : decided != null ? "DISSOLVING" : "FILED";
    return new WorkGroupV1(
        id,
        unit,
        town.code(),
        "WECOM",
        id.substring(id.lastIndexOf('/') + 1),
        "负荷" + id,
        "PERMANENT",
        null,
        null,
        "工作联络与通知",
        unit,
        "备",
        begun,
        null,
        null,
        null,
        begun,
        33,
        begun,
        begun,
        "负荷" + id,
        null,
        state,
        "API",
        List.of(),
        transitions(begun, decided, ended),
        decided == null ? null : decision(decided, ended),
        null);
  }

  private static List<TransitionV1> transitions(
      LocalDate begun, @Nullable LocalDate decided, @Nullable LocalDate ended) {
    List<TransitionV1> filed =
        List.of(new TransitionV1("DECLARED", begun), new TransitionV1("FILED", begun));
    return decided == null
        ? filed
        : ended == null
            ? with(filed, new TransitionV1("DISSOLVING", decided))
            : with(
                with(filed, new TransitionV1("DISSOLVING", decided)),
                new TransitionV1("DISSOLVED", ended));
  }

  private static List<TransitionV1> with(List<TransitionV1> before, TransitionV1 next) {
    return Stream.concat(before.stream(), Stream.of(next)).toList();
  }

  private static DecisionV1 decision(LocalDate on, @Nullable LocalDate executed) {
    return new DecisionV1(
        "DISSOLVE",
        "任务已完成",
        SYSTEM,
        on,
        on.plusDays(30),
        null,
        null,
        null,
        executed,
        executed == null ? null : executed.plusDays(30),
        null);
  }

  static FindingV1 finding(
      String id,
      String rule,
      Town town,
      String unit,
      String group,
      LocalDate on,
      @Nullable LocalDate cleared) {
    return new FindingV1(
        id,
        rule,
        group,
        List.of(group),
        "负荷",
        unit,
        town.code(),
        "M",
        "district@1",
        Map.of("times", 3, "days", 2, "windowDays", 28),
        "负荷",
        "load",
        "API",
        on,
        cleared == null ? on : cleared,
        cleared,
        cleared == null ? null : "DATA",
        null);
  }

  static LoadSummarisedV1 load(String town, LocalDate day, int groups) {
    return new LoadSummarisedV1(
        town,
        town,
        true,
        day,
        Map.of("1", 400, "2", 300, "3", 120, "7", 30, "12", 5),
        RULES.stream().collect(Collectors.toMap(it -> it, _ -> groups)),
        Map.of(),
        Map.of());
  }

  /** Of so many people who wrote something; seldom something is demanded. */
  static ActivityRecordedV1 counters(
      Town town, String unit, String group, LocalDate day, int senders, SplittableRandom random) {
    return new ActivityRecordedV1(
        group,
        unit,
        town.code(),
        day,
        senders * 4,
        senders,
        senders > 0 ? 1 : 0,
        List.of(),
        0,
        0,
        senders,
        senders,
        random.nextInt(40) == 0 ? 1 : 0,
        random.nextInt(40) == 0 ? 1 : 0,
        0,
        0,
        0,
        null,
        0,
        33);
  }
}
