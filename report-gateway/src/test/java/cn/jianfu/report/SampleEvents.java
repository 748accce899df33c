package cn.jianfu.report;

import static cn.jianfu.report.GatewayUnderTest.PARTY_OFFICE;
import static cn.jianfu.report.GatewayUnderTest.XINDIAN;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.group.ActivityRecordedV1;
import cn.jianfu.contracts.group.DecisionV1;
import cn.jianfu.contracts.group.FindingClearedV1;
import cn.jianfu.contracts.group.FindingRaisedV1;
import cn.jianfu.contracts.group.FindingV1;
import cn.jianfu.contracts.group.TransitionV1;
import cn.jianfu.contracts.group.WorkGroupDeclarationWithdrawnV1;
import cn.jianfu.contracts.group.WorkGroupFiledV1;
import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.messaging.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events of a town, in short. */
public final class SampleEvents {

  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  public static final ActorV1 TOWN_SYSTEM =
      new ActorV1("issuer", "xindian", "town-system", XINDIAN);

  public static final ActorV1 TOWN_OFFICE = new ActorV1("issuer", "office", "town-office", XINDIAN);

  private SampleEvents() {}

  /** What the owner says when the declaration of a filed group is withdrawn today. */
  public static WorkGroupDeclarationWithdrawnV1 withdrawn(WorkGroupFiledV1 filed) {
    String json =
        EventJson.write(filed)
            .replace("\"state\":\"FILED\",\"conf", "\"state\":\"WITHDRAWN\",\"conf")
            .replaceAll(
                "\"transitions\":\\[(.*?)]",
                "\"transitions\":[$1,{\"state\":\"WITHDRAWN\",\"on\":\"" + TODAY + "\"}]");
    return EventJson.read(
        json.getBytes(StandardCharsets.UTF_8), WorkGroupDeclarationWithdrawnV1.class);
  }

  /** A group as somebody of the town has typed it in. */
  public static WorkGroupV1 declaredByHand(String groupId, String name, LocalDate on) {
    return group(XINDIAN, PARTY_OFFICE, groupId, name, on, "DECLARED", null);
  }

  /** The same with a decision. */
  public static WorkGroupV1 decided(
      String groupId, String confidence, @Nullable String round, LocalDate on) {
    return group(
        XINDIAN,
        PARTY_OFFICE,
        groupId,
        groupId,
        on,
        confidence,
        new DecisionV1(
            "KEEP", "仍在使用", TOWN_OFFICE, on, on.plusDays(10), null, round, null, null, null, null));
  }

  public static WorkGroupFiledV1 filed(String groupId, String name, LocalDate on) {
    return filed(XINDIAN, PARTY_OFFICE, groupId, name, on);
  }

  public static WorkGroupFiledV1 filed(
      String town, String unit, String groupId, String name, LocalDate on) {
    return new WorkGroupFiledV1(group(town, unit, groupId, name, on, "API", null), TOWN_SYSTEM);
  }

  private static WorkGroupV1 group(
      String town,
      String unit,
      String groupId,
      String name,
      LocalDate on,
      String confidence,
      @Nullable DecisionV1 decision) {
    return new WorkGroupV1(
        groupId,
        unit,
        town,
        "WECOM",
        groupId,
        name,
        "PERMANENT",
        null,
        null,
        null,
        unit,
        "备2026-1",
        on,
        null,
        null,
        null,
        null,
        null,
        on,
        on,
        name,
        null,
        "FILED",
        confidence,
        List.of(),
        List.of(new TransitionV1("DECLARED", on), new TransitionV1("FILED", on)),
        decision,
        null);
  }

  public static ActivityRecordedV1 active(String groupId, LocalDate on, int senders) {
    return new ActivityRecordedV1(
        groupId,
        PARTY_OFFICE,
        XINDIAN,
        on,
        senders * 4,
        senders,
        0,
        List.of(),
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        0,
        null);
  }

  public static FindingRaisedV1 zombie(String findingId, String groupId, LocalDate raisedOn) {
    return new FindingRaisedV1(zombieOf(findingId, groupId, raisedOn, null));
  }

  public static FindingClearedV1 revived(
      String findingId, String groupId, LocalDate raisedOn, LocalDate clearedOn) {
    return new FindingClearedV1(zombieOf(findingId, groupId, raisedOn, clearedOn));
  }

  /** A zombie group of another town, which is its own unit. */
  public static FindingRaisedV1 zombieOf(
      String town, String findingId, String groupId, LocalDate raisedOn) {
    return new FindingRaisedV1(zombieOf(town, town, findingId, groupId, raisedOn, null));
  }

  /** The same, as grave as that: B, M or m. */
  public static FindingRaisedV1 ofSeverity(String severity, FindingRaisedV1 raised) {
    return like(raised.finding(), severity, raised.finding().evidence());
  }

  /** The same, by the word of another source than the group's own. */
  public static FindingRaisedV1 saidByAnother(FindingRaisedV1 raised, LocalDate lastToldOn) {
    Map<String, Object> evidence = new TreeMap<>(raised.finding().evidence());
    evidence.put("silentBy", "ANOTHER_SOURCE");
    evidence.put("lastToldOn", lastToldOn.toString());
    return like(raised.finding(), raised.finding().severity(), evidence);
  }

  private static FindingRaisedV1 like(FindingV1 it, String severity, Map<String, Object> evidence) {
    return new FindingRaisedV1(
        new FindingV1(
            it.findingId(),
            it.rule(),
            it.subjectKey(),
            it.groups(),
            it.title(),
            it.unit(),
            it.town(),
            severity,
            it.ruleSet(),
            evidence,
            it.reasonZh(),
            it.reasonEn(),
            it.confidence(),
            it.raisedOn(),
            it.lastSeenOn(),
            it.clearedOn(),
            it.clearedWhy(),
            it.correctedOn()));
  }

  private static FindingV1 zombieOf(
      String findingId, String groupId, LocalDate raisedOn, @Nullable LocalDate clearedOn) {
    return zombieOf(XINDIAN, PARTY_OFFICE, findingId, groupId, raisedOn, clearedOn);
  }

  private static FindingV1 zombieOf(
      String town,
      String unit,
      String findingId,
      String groupId,
      LocalDate raisedOn,
      @Nullable LocalDate clearedOn) {
    return new FindingV1(
        findingId,
        "G-ZOMB",
        groupId,
        List.of(groupId),
        "僵尸群 " + groupId,
        unit,
        town,
        "M",
        "district@1",
        Map.of("idleSince", raisedOn.minusDays(97).toString(), "idleDaysLimit", 60),
        "闲置 80 天",
        "idle for 80 days",
        "API",
        raisedOn,
        clearedOn == null ? TODAY : clearedOn,
        clearedOn,
        clearedOn == null ? null : "DATA",
        null);
  }
}
