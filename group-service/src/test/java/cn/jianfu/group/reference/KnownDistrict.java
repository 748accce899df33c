package cn.jianfu.group.reference;

import cn.jianfu.contracts.ActorV1;
import cn.jianfu.contracts.EventCatalogue;
import cn.jianfu.contracts.supervision.OrgUnitPublishedV1;
import cn.jianfu.contracts.supervision.OrgUnitV1;
import cn.jianfu.contracts.supervision.RoundPublishedV1;
import cn.jianfu.contracts.supervision.RoundV1;
import cn.jianfu.contracts.supervision.RuleSetPublishedV1;
import cn.jianfu.contracts.supervision.RuleSetV1;
import cn.jianfu.contracts.supervision.RuleV1;
import cn.jianfu.contracts.supervision.WorkCalendarPublishedV1;
import cn.jianfu.contracts.supervision.WorkCalendarV1;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 翔安区 with two towns, as its gateway would publish it. */
public final class KnownDistrict {

  public static final String DISTRICT = "350213000000";
  public static final String XINDIAN = "350213101000";
  public static final String XINDIAN_OFFICE_EN = "Xindian Party Office";
  public static final String XINDIAN_OFFICE = "350213101901";
  public static final String HONGTIAN = "350213101201";
  public static final String MAXIANG = "350213102000";

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final ActorV1 ADMIN =
      new ActorV1("https://id", "admin", "district-admin", DISTRICT);

  private KnownDistrict() {}

  /** Makes the district known to a service, as if it had been read from the topic. */
  public static void teach(Reference reference) {
    reference.apply(
        payloads().entrySet().stream()
            .map(each ->
                new Reference.Kept(
                    each.getKey(),
                    EventCatalogue.of(each.getValue()).name(),
                    "1-1",
                    each.getValue()))
            .toList());
  }

  /** One more version of the rules. */
  public static void teach(Reference reference, RuleSetV1 rules) {
    RuleSetPublishedV1 event = new RuleSetPublishedV1(rules, ADMIN);
    reference.apply(
        List.of(
            new Reference.Kept(
                rules.id() + "@" + rules.version(),
                EventCatalogue.of(event).name(),
                "1-" + rules.version(),
                event)));
  }

  /** Every reference event of the district, by subject. */
  public static Map<String, Object> payloads() {
    Map<String, Object> all = new HashMap<>();
    unit(all, DISTRICT, "翔安区", "DISTRICT", null, null);
    unit(all, XINDIAN, "新店镇", "TOWN", DISTRICT, null);
    unit(all, XINDIAN_OFFICE, "新店镇党政办", "TOWN_DEPARTMENT", XINDIAN, "党政");
    unit(all, HONGTIAN, "洪前社区", "COMMUNITY", XINDIAN, null);
    unit(all, MAXIANG, "马巷镇", "TOWN", DISTRICT, null);
    all.put("2026", calendar());
    all.put("ruleset@1", new RuleSetPublishedV1(ruleSet(), ADMIN));
    all.put(
        "2026-autumn",
        new RoundPublishedV1(
            new RoundV1(
                "2026-autumn",
                "2026年秋季专项",
                "Autumn round 2026",
                DISTRICT,
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 12, 31),
                null),
            ADMIN));
    return all;
  }

  /** The year's working days, of which one holiday is named. */
  public static WorkCalendarPublishedV1 calendar() {
    return new WorkCalendarPublishedV1(
        new WorkCalendarV1(
            2026,
            List.of(LocalDate.of(2026, 10, 1)),
            List.of(),
            LocalTime.of(8, 0),
            LocalTime.of(18, 0)),
        ADMIN);
  }

  /** The same unit under another name. */
  public static OrgUnitPublishedV1 renamed(String code, String name) {
    OrgUnitV1 unit = ((OrgUnitPublishedV1) payloads().get(code)).orgUnit();
    return new OrgUnitPublishedV1(
        new OrgUnitV1(
            code,
            name,
            name,
            unit.level(),
            unit.kind(),
            unit.parent(),
            unit.path(),
            unit.line(),
            unit.openedOn(),
            unit.closedOn()),
        ADMIN);
  }

  private static void unit(
      Map<String, Object> all, String code, String name, String level, String parent, String line) {
    List<String> path =
        parent == null
            ? List.of(code)
            : parent.equals(DISTRICT) ? List.of(DISTRICT, code) : List.of(DISTRICT, parent, code);
    String shown = level.equals("TOWN_DEPARTMENT") ? "COMMUNITY" : level;
    String english = code.equals(XINDIAN_OFFICE) ? XINDIAN_OFFICE_EN : name;
    all.put(
        code,
        new OrgUnitPublishedV1(
            new OrgUnitV1(
                code, name, english, shown, "PARTY_GOV", parent, path, line, LONG_AGO, null),
            ADMIN));
  }

  private static RuleSetV1 ruleSet() {
    Map<String, BigDecimal> thresholds = new HashMap<>();
    thresholds.put("zombie.idleDays", new BigDecimal(60));
    thresholds.put("zombie.warnDays", new BigDecimal(30));
    thresholds.put("zombie.minActiveMembers", new BigDecimal(2));
    thresholds.put("dissolve.restoreWindowDays", new BigDecimal(30));
    thresholds.put("temp.graceDays", new BigDecimal(7));
    thresholds.put("overlap.duplicateJaccard", new BigDecimal("0.80"));
    thresholds.put("overlap.crossJaccard", new BigDecimal("0.50"));
    thresholds.put("overlap.containment", new BigDecimal("0.90"));
    thresholds.put("matter.minPurposeLength", new BigDecimal(6));
    thresholds.put("matter.nameSimilarity", new BigDecimal("0.85"));
    thresholds.put("person.groupLoad.warn", new BigDecimal(10));
    thresholds.put("person.groupLoad.high", new BigDecimal(20));
    thresholds.put("order.defaultDueWorkingDays", new BigDecimal(10));
    thresholds.put("data.freshDays", new BigDecimal(7));
    thresholds.put("exec.graceDays", new BigDecimal(7));
    thresholds.put("leave.graceDays", new BigDecimal(7));
    thresholds.put("leave.freshDays", new BigDecimal(90));
    thresholds.put("register.graceDays", new BigDecimal(7));
    thresholds.put("counters.windowDays", new BigDecimal(28));
    thresholds.put("rebound.windowDays", new BigDecimal(90));
    thresholds.put("rebound.containment", new BigDecimal("0.70"));
    thresholds.put("secret.statementDays", new BigDecimal(365));
    thresholds.put("temp.endAfterDays", new BigDecimal(30));
    thresholds.put("secret.graceDays", new BigDecimal(30));
    Map<String, RuleV1> rules = new HashMap<>();
    for (String id : List.of("G-OVER", "G-ZOMB", "G-TEMP", "G-DUPM", "G-TWICE")) {
      rules.put(id, rule(id, "M"));
    }
    for (String id : List.of("G-EXEC", "G-REBOUND", "G-HOURS", "G-DUMP", "G-OWNER", "G-LEAVE")) {
      rules.put(id, rule(id, "M"));
    }
    rules.put("G-SECRET", rule("G-SECRET", "B"));
    rules.put("G-DUPP", rule("G-DUPP", "m"));
    return new RuleSetV1("district", 1, LONG_AGO, rules, thresholds, Map.of());
  }

  private static RuleV1 rule(String id, String severity) {
    return new RuleV1(true, severity, id, id, id, id, "", false);
  }
}
