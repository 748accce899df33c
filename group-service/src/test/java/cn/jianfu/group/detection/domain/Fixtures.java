package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Facts as the domain speaks of them. */
final class Fixtures {

  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  static final String XINDIAN = "350213101000";
  static final String MAXIANG = "350213102000";
  static final String OFFICE = "350213101901";
  static final String CIVIL_AFFAIRS = "350213101902";

  /** Office hours from eight to six; the Dragon Boat Festival of the year, and a Sunday made up. */
  static final WorkingTime CALENDAR =
      new WorkingTime(
          Map.of(
              2026,
              new WorkingTime.Year(
                  Set.of(LocalDate.of(2026, 6, 19)),
                  Set.of(LocalDate.of(2026, 6, 28)),
                  LocalTime.of(8, 0),
                  LocalTime.of(18, 0))));

  private Fixtures() {}

  static GroupBuilder aGroup(String name) {
    return new GroupBuilder(name);
  }

  static ScanBuilder onTheFactsOf(GroupBuilder... groups) {
    return new ScanBuilder(groups);
  }

  static RuleSet rules(int version, Map<String, String> otherThan) {
    Map<String, String> defaults = new HashMap<>();
    defaults.put("overlap.duplicateJaccard", "0.80");
    defaults.put("overlap.crossJaccard", "0.50");
    defaults.put("overlap.containment", "0.90");
    defaults.put("zombie.idleDays", "60");
    defaults.put("zombie.warnDays", "30");
    defaults.put("zombie.minActiveMembers", "2");
    defaults.put("data.freshDays", "7");
    defaults.put("temp.graceDays", "7");
    defaults.put("matter.minPurposeLength", "6");
    defaults.put("matter.nameSimilarity", "0.85");
    defaults.put("person.groupLoad.warn", "10");
    defaults.put("person.groupLoad.high", "20");
    defaults.put("register.graceDays", "7");
    defaults.put("leave.graceDays", "7");
    defaults.put("unit.permanentGroups", "3");
    defaults.put("exec.graceDays", "7");
    defaults.put("counters.windowDays", "28");
    defaults.put("rebound.windowDays", "90");
    defaults.put("rebound.containment", "0.70");
    defaults.put("group.msgsPerDay", "200");
    defaults.put("reply.minMinutes", "120");
    defaults.put("drift.maxShare", "0.60");
    defaults.put("drift.minMessages", "50");
    defaults.putAll(otherThan);
    Map<String, BigDecimal> values = new HashMap<>();
    defaults.forEach((key, value) -> values.put(key, new BigDecimal(value)));
    Map<String, RuleSet.Setting> settings =
        Arrays.stream(DetectionRule.values())
            .collect(
                Collectors.toMap(
                    DetectionRule::id, _ -> new RuleSet.Setting(true, Severity.MAJOR)));
    return new RuleSet(
        "district", version, LocalDate.of(2026, 1, 1), settings, new Thresholds(values));
  }

  static RuleSet rules() {
    return rules(1, Map.of());
  }

  static RuleSet without(DetectionRule rule) {
    RuleSet all = rules(2, Map.of());
    Map<String, RuleSet.Setting> settings = new HashMap<>(all.rules());
    settings.put(rule.id(), new RuleSet.Setting(false, Severity.MAJOR));
    return new RuleSet(all.id(), all.version(), all.effectiveFrom(), settings, all.thresholds());
  }

  static List<String> people(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "k1:" + i).toList();
  }

  static List<Exposure> exposures(ScanOutcome.Scanned scanned, DetectionRule rule) {
    return List.copyOf(scanned.exposures().getOrDefault(rule, Map.of()).values());
  }

  static LocalDate daysAgo(int days) {
    return TODAY.minusDays(days);
  }

  /** A live, filed, permanent group of the town's office unless said otherwise. */
  static final class GroupBuilder {
    private final String name;
    private String id;
    private String unit = OFFICE;
    private String town = XINDIAN;
    private String externalId;
    private @Nullable String line = "党政";
    private @Nullable String purpose;
    private @Nullable String matter;
    private GroupKind kind = GroupKind.PERMANENT;
    private boolean live = true;
    private @Nullable String owner;
    private boolean ownerName = true;
    private @Nullable LocalDate approvedOn = LocalDate.of(2024, 12, 1);
    private @Nullable Membership membership;
    private LocalDate knownSince = LocalDate.of(2025, 1, 1);
    private @Nullable LocalDate declaredOn = LocalDate.of(2025, 1, 1);
    private @Nullable LocalDate createdOn = LocalDate.of(2025, 1, 1);
    private @Nullable Ending ending;
    private final Map<LocalDate, Demands> demands = new TreeMap<>();
    private @Nullable LocalDate validUntil;
    private @Nullable LocalDate completedOn;
    private boolean filed = true;
    private Set<String> missing = Set.of();
    private List<String> members = List.of();
    private @Nullable ActivityFacts activity;

    private GroupBuilder(String name) {
      this.name = name;
      this.id = "u/WECOM/" + name;
      this.externalId = name;
    }

    GroupBuilder of(String unit) {
      this.unit = unit;
      return this;
    }

    GroupBuilder inTown(String town) {
      this.town = town;
      this.unit = town.substring(0, 9) + "901";
      this.id = unit + "/WECOM/" + name;
      return this;
    }

    GroupBuilder withExternalId(String externalId) {
      this.externalId = externalId;
      return this;
    }

    GroupBuilder onLine(@Nullable String line) {
      this.line = line;
      return this;
    }

    GroupBuilder forPurpose(String purpose) {
      this.purpose = purpose;
      return this;
    }

    GroupBuilder onMatter(String matter) {
      this.matter = matter;
      return this;
    }

    GroupBuilder temporary() {
      this.kind = GroupKind.TEMPORARY;
      return this;
    }

    GroupBuilder dissolved() {
      this.live = false;
      return this;
    }

    GroupBuilder endedOn(LocalDate day) {
      this.live = false;
      this.ending = new Ending(day, day, day, null);
      return this;
    }

    GroupBuilder mergedInto(GroupBuilder other, LocalDate day) {
      this.live = false;
      this.ending = new Ending(day, day, day, other.id());
      return this;
    }

    GroupBuilder toBeDissolvedBy(LocalDate due) {
      this.ending = new Ending(due.minusDays(10), due, null, null);
      return this;
    }

    GroupBuilder ownedBy(String person) {
      this.owner = person;
      return this;
    }

    GroupBuilder ownedByNobody() {
      this.owner = null;
      this.ownerName = false;
      return this;
    }

    GroupBuilder approvedOn(@Nullable LocalDate day) {
      this.approvedOn = day;
      return this;
    }

    /** A snapshot of that day with members who left on these days. */
    GroupBuilder withLeavers(LocalDate takenOn, LocalDate... leftOn) {
      this.membership = new Membership(takenOn, List.of(leftOn));
      return this;
    }

    GroupBuilder knownSince(LocalDate day) {
      this.knownSince = day;
      this.declaredOn = day;
      return this;
    }

    GroupBuilder undeclared() {
      this.declaredOn = null;
      return this;
    }

    GroupBuilder lacking(String... fields) {
      this.missing = Set.of(fields);
      return this;
    }

    GroupBuilder createdOn(@Nullable LocalDate day) {
      this.createdOn = day;
      return this;
    }

    GroupBuilder validUntil(LocalDate day) {
      this.validUntil = day;
      return this;
    }

    GroupBuilder completedOn(LocalDate day) {
      this.completedOn = day;
      return this;
    }

    GroupBuilder unfiled() {
      this.filed = false;
      return this;
    }

    GroupBuilder withMembers(List<String> members) {
      this.members = members;
      return this;
    }

    /** Counters for every day from then to then, with so many senders. */
    GroupBuilder observed(int fromDaysAgo, int toDaysAgo, int senders) {
      List<DayCount> days = new ArrayList<>(activity == null ? List.of() : activity.days());
      for (int ago = fromDaysAgo; ago >= toDaysAgo; ago--) {
        days.add(new DayCount(daysAgo(ago), senders, senders * 2, 0));
      }
      this.activity = ActivityFacts.of(id, days, null);
      return this;
    }

    /** Counters for every day from then to then, with so many messages and acknowledgements. */
    GroupBuilder counted(int fromDaysAgo, int toDaysAgo, int messages, int acksAndLikes) {
      List<DayCount> days = new ArrayList<>(activity == null ? List.of() : activity.days());
      for (int ago = fromDaysAgo; ago >= toDaysAgo; ago--) {
        days.add(new DayCount(daysAgo(ago), 5, messages, acksAndLikes));
      }
      this.activity = ActivityFacts.of(id, days, null);
      return this;
    }

    /** What was asked on a day, which has counters already. */
    GroupBuilder asking(Demands day) {
      this.demands.put(day.day(), day);
      return this;
    }

    GroupBuilder feedThrough(int daysAgo) {
      ActivityFacts known = activity == null ? ActivityFacts.of(id, List.of(), null) : activity;
      this.activity = ActivityFacts.of(id, known.days(), daysAgo(daysAgo));
      return this;
    }

    String id() {
      return id;
    }

    @Nullable ActivityFacts activity() {
      return activity == null
          ? null
          : new ActivityFacts(
              id, activity.days(), List.copyOf(demands.values()), activity.feedThrough());
    }

    GroupFacts facts() {
      return new GroupFacts(
          id,
          unit,
          town,
          line,
          "WECOM",
          externalId,
          name,
          purpose,
          matter,
          owner,
          owner != null || ownerName,
          kind,
          live,
          knownSince,
          declaredOn,
          createdOn,
          approvedOn,
          validUntil,
          completedOn,
          filed,
          missing,
          ending,
          members.size());
    }
  }

  static final class ScanBuilder {
    private final List<GroupBuilder> groups;
    private LocalDate day = TODAY;
    private ScanScope scope = new ScanScope.Everything();
    private List<PersonLoad> loads = List.of();
    private Map<String, UnitFacts> units = Map.of();
    private List<Exemption> exemptions = List.of();
    private List<RuleSet> ruleSets = List.of(rules());
    private WorkingTime workingTime = CALENDAR;
    private Directory directory = Directory.UNKNOWN;

    private ScanBuilder(GroupBuilder... groups) {
      this.groups = List.of(groups);
    }

    ScanBuilder on(LocalDate day) {
      this.day = day;
      return this;
    }

    ScanBuilder lookingAt(GroupBuilder group) {
      this.scope = new ScanScope.OneGroup(group.id(), group.facts().unit());
      return this;
    }

    ScanBuilder withLoads(PersonLoad... loads) {
      this.loads = List.of(loads);
      return this;
    }

    ScanBuilder withUnit(UnitFacts unit) {
      this.units = Map.of(unit.code(), unit);
      return this;
    }

    ScanBuilder exempting(DetectionRule rule, Exemption.Scope scope) {
      this.exemptions =
          List.of(new Exemption("e1", rule.id(), scope, daysAgo(10), TODAY.plusDays(10)));
      return this;
    }

    ScanBuilder exempting(DetectionRule rule, Exemption.Scope scope, LocalDate from, LocalDate to) {
      this.exemptions = List.of(new Exemption("e1", rule.id(), scope, from, to));
      return this;
    }

    ScanBuilder knowing(RuleSet... versions) {
      this.ruleSets = List.of(versions);
      return this;
    }

    ScanBuilder withStaff(Directory.Builder staff) {
      this.directory = staff.build();
      return this;
    }

    ScanBuilder withoutCalendar() {
      this.workingTime = WorkingTime.UNKNOWN;
      return this;
    }

    ScanInput input() {
      Map<String, List<String>> members = new HashMap<>();
      Map<String, ActivityFacts> activity = new HashMap<>();
      Map<String, Membership> memberships = new HashMap<>();
      for (GroupBuilder group : groups) {
        if (group.membership != null) {
          memberships.put(group.id(), group.membership);
        }
        if (!group.members.isEmpty()) {
          members.put(group.id(), group.members);
        }
        ActivityFacts counted = group.activity();
        if (counted != null) {
          activity.put(group.id(), counted);
        }
      }
      return new ScanInput(
          day,
          scope,
          groups.stream().map(GroupBuilder::facts).toList(),
          Overlaps.among(MemberSets.of(members)),
          activity,
          loads,
          units,
          exemptions,
          ruleSets,
          workingTime,
          memberships,
          directory);
    }

    ScanOutcome.Scanned scan(RuleSet rules) {
      return (ScanOutcome.Scanned) DetectionScan.scan(rules, input());
    }

    List<Detected> detect(DetectionRule rule) {
      return scan(rules()).detected().stream().filter(d -> d.rule() == rule).toList();
    }
  }
}
