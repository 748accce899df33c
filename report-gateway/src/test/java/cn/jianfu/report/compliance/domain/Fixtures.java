package cn.jianfu.report.compliance.domain;

import cn.jianfu.report.finding.domain.Actor;
import cn.jianfu.report.finding.domain.Contest;
import cn.jianfu.report.finding.domain.Detected;
import cn.jianfu.report.finding.domain.Gravity;
import cn.jianfu.report.finding.domain.Handling;
import cn.jianfu.report.finding.domain.Judgement;
import cn.jianfu.report.finding.domain.Run;
import cn.jianfu.report.finding.domain.Severity;
import cn.jianfu.report.finding.domain.Verdict;
import cn.jianfu.report.reference.domain.District;
import cn.jianfu.report.reference.domain.Exemption;
import cn.jianfu.report.reference.domain.InspectionRound;
import cn.jianfu.report.reference.domain.OrgTree;
import cn.jianfu.report.reference.domain.OrgUnit;
import cn.jianfu.report.reference.domain.Rule;
import cn.jianfu.report.reference.domain.RuleSet;
import cn.jianfu.report.reference.domain.RuleSets;
import cn.jianfu.report.reference.domain.WorkCalendar;
import cn.jianfu.report.reference.domain.WorkCalendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A town to compute, in the words of the domain. */
public final class Fixtures {

  static final String DISTRICT = "350213000000";
  static final String XINDIAN = "350213101000";
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private Fixtures() {}

  static GroupBuilder aGroup(String id) {
    return new GroupBuilder(id);
  }

  static FindingBuilder aFinding(String rule, String... groups) {
    return new FindingBuilder(rule, groups);
  }

  public static Rules rules() {
    return new Rules();
  }

  static DayCounters counters(int messages, int activeSenders) {
    return new DayCounters(messages, activeSenders, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());
  }

  static TownFacts town(
      District district,
      List<GroupFact> groups,
      List<FindingFact> findings,
      Map<String, Integer> exposure) {
    NavigableMap<LocalDate, LoadFact.Summary> days = new TreeMap<>();
    days.put(
        TODAY.minusDays(100),
        new LoadFact.Summary(new TreeMap<>(Map.of(3, 9, 12, 1)), exposure, null, Map.of()));
    return new TownFacts(
        XINDIAN,
        district,
        groups,
        findings,
        List.of(new LoadFact(XINDIAN, true, days)),
        List.of(),
        List.of(),
        List.of());
  }

  /** A town with so many groups, all of them on the register for long. */
  public static TownFacts townWithGroups(String town, District district, int groups) {
    List<GroupFact> known = new ArrayList<>();
    for (int at = 0; at < groups; at++) {
      known.add(aGroup("g" + at).filed(LocalDate.of(2026, 3, 1)).known());
    }
    return new TownFacts(
        town, district, known, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public static District district(RuleSet ruleSet, InspectionRound... rounds) {
    return district(ruleSet, List.of(), rounds);
  }

  static District district(RuleSet ruleSet, List<Exemption> exemptions, InspectionRound... rounds) {
    return new District(
        OrgTree.of(
            List.of(
                unit(DISTRICT, OrgUnit.Level.DISTRICT, null, List.of(DISTRICT)),
                unit(XINDIAN, OrgUnit.Level.TOWN, DISTRICT, List.of(DISTRICT, XINDIAN)))),
        WorkCalendars.of(
            List.of(
                new WorkCalendar(
                    2026,
                    List.of(LocalDate.of(2026, 1, 1)),
                    List.of(),
                    LocalTime.of(8, 0),
                    LocalTime.of(18, 0)))),
        RuleSets.of(List.of(ruleSet)),
        exemptions,
        List.of(rounds));
  }

  static InspectionRound roundOpened(LocalDate on) {
    return new InspectionRound("2026-1", "自查", "Self-check", DISTRICT, on, on.plusDays(30), null);
  }

  private static OrgUnit unit(
      String code, OrgUnit.Level level, @Nullable String parent, List<String> path) {
    return new OrgUnit(
        code,
        code,
        code,
        level,
        OrgUnit.Kind.PARTY_GOV,
        parent,
        path,
        null,
        LocalDate.of(2020, 1, 1),
        null);
  }

  /** A rule set in the making. */
  public static final class Rules {
    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, BigDecimal> thresholds = new TreeMap<>();

    private Rules() {
      Map.ofEntries(
              Map.entry("band.green", "85"),
              Map.entry("band.yellow", "60"),
              Map.entry("cap.confirmedBlocker", "59"),
              Map.entry("coverage.minimum", "0.70"),
              Map.entry("coverage.windowDays", "30"),
              Map.entry("data.freshDays", "7"),
              Map.entry("dismissal.worseningGrowth", "0.5"),
              Map.entry("counters.windowDays", "28"),
              Map.entry("order.defaultDueWorkingDays", "10"),
              Map.entry("weight.B", "5"),
              Map.entry("weight.M", "2"),
              Map.entry("weight.m", "1"),
              Map.entry("zombie.idleDays", "60"),
              Map.entry("zombie.minActiveMembers", "2"))
          .forEach((key, number) -> thresholds.put(key, new BigDecimal(number)));
    }

    public Rules with(String id, String severity) {
      rules.put(id, new Rule(true, severity, id, id, "", "", "", false));
      return this;
    }

    Rules threshold(String key, String number) {
      thresholds.put(key, new BigDecimal(number));
      return this;
    }

    public RuleSet set() {
      return new RuleSet(
          "district",
          1,
          LocalDate.of(2026, 1, 1),
          rules,
          thresholds,
          Map.of(
              "group", new BigDecimal("0.30"),
              "form", new BigDecimal("0.40"),
              "vote", new BigDecimal("0.15"),
              "supervision", new BigDecimal("0.15")));
    }
  }

  static final class GroupBuilder {
    private final String id;
    private final List<Transition> transitions = new ArrayList<>();
    private final NavigableMap<LocalDate, DayCounters> days = new TreeMap<>();
    private final NavigableMap<LocalDate, Integer> members = new TreeMap<>();
    private final NavigableMap<LocalDate, Set<Handwork>> handwork = new TreeMap<>();
    private @Nullable LocalDate filedOn;
    private @Nullable Integer memberCount;
    private @Nullable LocalDate createdOn;
    private final List<CleanupDecision> decisions = new ArrayList<>();
    private String kind = "PERMANENT";

    private GroupBuilder(String id) {
      this.id = id;
    }

    GroupBuilder entered(GroupState state, LocalDate on) {
      transitions.add(new Transition(state, on));
      return this;
    }

    GroupBuilder filed(LocalDate on) {
      filedOn = on;
      return entered(GroupState.DECLARED, on).entered(GroupState.FILED, on);
    }

    /** Once more, for its new name. */
    GroupBuilder renameFiled(LocalDate on) {
      filedOn = on;
      return this;
    }

    GroupBuilder created(LocalDate on) {
      createdOn = on;
      return this;
    }

    GroupBuilder temporary() {
      kind = "TEMPORARY";
      return this;
    }

    GroupBuilder decided(CleanupDecision.Kind how, LocalDate on, @Nullable LocalDate executed) {
      return decided(new CleanupDecision(how, on, on.plusDays(10), "2026-1", executed, null));
    }

    GroupBuilder decided(CleanupDecision decision) {
      decisions.add(decision);
      return this;
    }

    GroupBuilder dissolved(LocalDate on) {
      return decided(CleanupDecision.Kind.DISSOLVE, on, on).entered(GroupState.DISSOLVED, on);
    }

    GroupBuilder kept(LocalDate on) {
      return decided(CleanupDecision.Kind.KEEP, on, null);
    }

    GroupBuilder countersFor(int count, LocalDate upTo, int activeSenders) {
      for (int back = 0; back < count; back++) {
        days.put(upTo.minusDays(back), counters(activeSenders * 3, activeSenders));
      }
      return this;
    }

    /** What was counted on one day. */
    GroupBuilder counted(LocalDate on, DayCounters counters) {
      days.put(on, counters);
      return this;
    }

    /** As its unit says. */
    GroupBuilder declaredMembers(int count) {
      memberCount = count;
      return this;
    }

    GroupBuilder members(LocalDate on, int count) {
      members.put(on, count);
      return this;
    }

    GroupBuilder byHand(LocalDate on, Handwork... done) {
      handwork.put(on, Set.of(done));
      return this;
    }

    GroupFact known() {
      return new GroupFact(
          id,
          XINDIAN,
          XINDIAN,
          "群" + id,
          "WECOM",
          kind,
          "API",
          createdOn,
          filedOn,
          null,
          memberCount,
          transitions,
          decisions,
          days,
          members,
          handwork);
    }
  }

  static final class FindingBuilder {
    private final String rule;
    private final List<String> groups;
    private final List<Run> runs = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<Contest> contests = new ArrayList<>();
    private Severity severity = Severity.MAJOR;
    private Map<String, Object> evidence = Map.of();

    private FindingBuilder(String rule, String... groups) {
      this.rule = rule;
      this.groups = List.of(groups);
    }

    FindingBuilder severity(Severity as) {
      severity = as;
      return this;
    }

    FindingBuilder evidence(Map<String, Object> said) {
      evidence = said;
      return this;
    }

    FindingBuilder raised(LocalDate on) {
      runs.add(new Run(on, null, null));
      return this;
    }

    FindingBuilder cleared(LocalDate on) {
      return cleared(on, "DATA");
    }

    FindingBuilder cleared(LocalDate on, String why) {
      Run last = runs.removeLast();
      runs.add(new Run(last.raisedOn(), on, why));
      return this;
    }

    FindingBuilder corrected(LocalDate on) {
      Run last = runs.removeLast();
      runs.add(new Run(last.raisedOn(), last.clearedOn(), "CORRECTED", on));
      return this;
    }

    FindingBuilder judged(Verdict verdict, LocalDate on) {
      judgements.add(
          new Judgement(
              verdict,
              "核实",
              new Actor("issuer", "u1", "discipline", DISTRICT),
              on.atTime(9, 0).toInstant(ZoneOffset.UTC),
              on,
              Gravity.of(severity, groups.size(), evidence)));
      return this;
    }

    FindingBuilder contested(LocalDate on) {
      contests.add(
          new Contest(
              "备用群",
              new Actor("issuer", "u2", "town-office", XINDIAN),
              on.atTime(9, 0).toInstant(ZoneOffset.UTC),
              on));
      return this;
    }

    FindingFact known() {
      String id = rule + groups;
      return new FindingFact(
          new Detected(
              id,
              rule,
              id,
              groups,
              "群",
              XINDIAN,
              XINDIAN,
              severity,
              "district@1",
              evidence,
              "因为",
              "because",
              "API",
              TODAY,
              runs,
              List.of()),
          new Handling(id, judgements, contests));
    }
  }
}
