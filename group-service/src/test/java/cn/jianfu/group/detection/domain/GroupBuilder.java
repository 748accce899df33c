package cn.jianfu.group.detection.domain;

import static cn.jianfu.group.detection.domain.Fixtures.OFFICE;
import static cn.jianfu.group.detection.domain.Fixtures.XINDIAN;
import static cn.jianfu.group.detection.domain.Fixtures.daysAgo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A live, filed, permanent group of the town's office unless said otherwise. */
final class GroupBuilder {
  private String name;
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
  private boolean approved = true;
  private @Nullable LocalDate approvedOn = LocalDate.of(2024, 12, 1);
  @Nullable Membership membership;
  private LocalDate knownSince = LocalDate.of(2025, 1, 1);
  private @Nullable LocalDate declaredOn = LocalDate.of(2025, 1, 1);
  private @Nullable LocalDate createdOn = LocalDate.of(2025, 1, 1);
  private @Nullable Ending ending;
  private final Map<LocalDate, Demands> demands = new TreeMap<>();
  private @Nullable LocalDate validUntil;
  private @Nullable LocalDate completedOn;
  private boolean filed = true;
  private @Nullable String filedName;
  private @Nullable LocalDate renamedOn;
  private Set<String> missing = Set.of();
  List<String> members = List.of();
  boolean forgotten;
  private @Nullable ActivityFacts activity;

  GroupBuilder(String name) {
    this.name = name;
    this.id = "u/WECOM/" + name;
    this.externalId = name;
  }

  /** The same group under another name. */
  GroupBuilder renamed(String name) {
    this.name = name;
    return this;
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

  /** Of a unit that answers to no town: its town is the district. */
  GroupBuilder ofDepartment(String unit) {
    this.unit = unit;
    this.town = Fixtures.DISTRICT;
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

  GroupBuilder ofKind(GroupKind kind) {
    this.kind = kind;
    return this;
  }

  GroupBuilder dissolved() {
    this.live = false;
    return this;
  }

  /** It goes on as another group. */
  GroupBuilder joined() {
    return dissolved();
  }

  GroupBuilder endedOn(LocalDate day) {
    this.live = false;
    this.ending = new Ending(day, day, day, day, null);
    return this;
  }

  /** By a decision that was taken before. */
  GroupBuilder endedOn(LocalDate day, LocalDate decidedOn) {
    this.live = false;
    this.ending = new Ending(decidedOn, decidedOn, decidedOn.plusDays(30), day, null);
    return this;
  }

  /** That decision had been taken before, and withdrawn in between. */
  GroupBuilder announcedOn(LocalDate day) {
    Ending of = Objects.requireNonNull(ending);
    this.ending = new Ending(day, of.decidedOn(), of.dueOn(), of.executedOn(), of.mergeInto());
    return this;
  }

  GroupBuilder mergedInto(GroupBuilder other, LocalDate day) {
    this.live = false;
    this.ending = new Ending(day, day, day, day, other.id());
    return this;
  }

  GroupBuilder toBeDissolvedBy(LocalDate due) {
    this.ending = new Ending(due.minusDays(10), due.minusDays(10), due, null, null);
    return this;
  }

  GroupBuilder toBeMergedInto(GroupBuilder other, LocalDate due) {
    this.ending = new Ending(due.minusDays(10), due.minusDays(10), due, null, other.id());
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
    this.approved = day != null;
    this.approvedOn = day;
    return this;
  }

  GroupBuilder approvedOnSomeDay() {
    this.approved = true;
    this.approvedOn = null;
    return this;
  }

  /** Its members were known, until they were forgotten by time. */
  GroupBuilder forgotten() {
    this.forgotten = true;
    return this;
  }

  /** A snapshot of that day with members who left on these days. */
  GroupBuilder withLeavers(LocalDate takenOn, LocalDate... leftOn) {
    this.membership = new Membership(takenOn, List.of(leftOn), true);
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

  /** It has been called otherwise since that day; null for a filing that does not tell its name. */
  GroupBuilder filedAs(@Nullable String name, LocalDate renamedOn) {
    this.filedName = name;
    this.renamedOn = renamedOn;
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

  /** The same; on each day so many were in the group. */
  GroupBuilder countedWith(int members, int fromDaysAgo, int toDaysAgo, int messages) {
    List<DayCount> days = new ArrayList<>(activity == null ? List.of() : activity.days());
    for (int ago = fromDaysAgo; ago >= toDaysAgo; ago--) {
      days.add(new DayCount(daysAgo(ago), 5, messages, 0, members));
    }
    this.activity = ActivityFacts.of(id, days, null);
    return this;
  }

  /** Too much is said in it, and since four weeks by more people. */
  GroupBuilder floodingWith(int before, int after) {
    return countedWith(before, 60, 29, 150)
        .countedWith(after, 28, 0, 150)
        .withMembers(Fixtures.people(1, 22));
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

  /** Its own source has reported until then, another one of its unit until then. */
  GroupBuilder feeds(int ownDaysAgo, int otherDaysAgo) {
    ActivityFacts known = activity == null ? ActivityFacts.of(id, List.of(), null) : activity;
    this.activity =
        new ActivityFacts(id, known.days(), List.of(), daysAgo(ownDaysAgo), daysAgo(otherDaysAgo));
    return this;
  }

  String id() {
    return id;
  }

  @Nullable ActivityFacts activity() {
    return activity == null
        ? null
        : new ActivityFacts(
            id,
            activity.days(),
            List.copyOf(demands.values()),
            activity.feedThrough(),
            activity.unitThrough());
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
        approved,
        approvedOn,
        validUntil,
        completedOn,
        filed,
        filedName,
        renamedOn,
        missing,
        ending,
        members.size());
  }
}
