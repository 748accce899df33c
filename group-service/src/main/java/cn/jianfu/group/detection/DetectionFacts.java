package cn.jianfu.group.detection;

import cn.jianfu.group.activity.CountedDay;
import cn.jianfu.group.clock.DistrictClock;
import cn.jianfu.group.detection.domain.Detected;
import cn.jianfu.group.detection.domain.DetectionRule;
import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.RuleSet;
import cn.jianfu.group.detection.domain.ScanScope;
import cn.jianfu.group.members.MembersOfGroups;
import cn.jianfu.group.members.domain.GroupMembers;
import cn.jianfu.group.people.PersonRefs;
import cn.jianfu.group.reference.ReferenceData;
import cn.jianfu.group.secrecy.SecrecyOfUnits;
import cn.jianfu.group.staff.StaffOfUnits;
import cn.jianfu.group.workgroup.WorkGroups;
import cn.jianfu.group.workgroup.domain.WorkGroup;
import cn.jianfu.messaging.aggregate.Stored;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the facts of a day from the store: of all groups, or of one and what it touches. */
final class DetectionFacts {

  private final WorkGroups groups;
  private final MembersOfGroups members;
  private final CountedDays days;
  private final StaffOfUnits staff;
  private final SecrecyOfUnits secrecy;
  private final PersonRefs people;
  private final DistrictClock clock;
  private volatile @Nullable DistrictView view;

  DetectionFacts(
      WorkGroups groups,
      MembersOfGroups members,
      CountedDays days,
      StaffOfUnits staff,
      SecrecyOfUnits secrecy,
      PersonRefs people,
      DistrictClock clock) {
    this.groups = groups;
    this.members = members;
    this.days = days;
    this.staff = staff;
    this.secrecy = secrecy;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Everything that these rules need to know on that day.
   *
   * @param open what was found before
   */
  Mono<ScanFacts> on(
      LocalDate day, Collection<Detected> open, RuleSet rules, ReferenceData district) {
    return Mono.zip(
            groupsWith(Filters.empty()), ToldByUnits.on(day, staff, secrecy, people, clock::dayOf))
        .flatMap(both -> {
          GroupsInView all = both.getT1();
          ToldByUnits told = both.getT2();
          return Mono.zip(
              membersOf(Filters.empty(), all, told.directory()),
              days.of(all, notExecuted(open), day, rules.thresholds()),
              (known, counted) ->
                  ScanFacts.of(
                      day,
                      new ScanScope.Everything(),
                      viewOf(district),
                      all,
                      known,
                      counted,
                      told,
                      people));
        });
  }

  /**
   * What the rules need to know to judge one group: itself with its days, the groups of its unit,
   * what ended in its town, declarations of the same group, and others.
   *
   * @param near ids of groups that it overlaps with, or did
   * @param open what was found of it before
   * @param recent its own days, as {@link #recentDays} has them
   * @param told as the last scan of all groups had it
   */
  Mono<ScanFacts> around(
      WorkGroup group,
      Set<String> near,
      Collection<Detected> open,
      List<CountedDay> recent,
      ToldByUnits told,
      LocalDate day,
      RuleSet rules,
      ReferenceData district) {
    return groupsWith(touching(group, near))
        .flatMap(some -> {
          Map<String, WorkGroup> fed = fedLike(group, some);
          return Mono.zip(
              membersOf(Filters.in("_id", some.ids()), some, told.directory()),
              days.ofOne(group, notExecuted(open), recent, fed, day, rules.thresholds()),
              (known, counted) ->
                  ScanFacts.of(
                      day,
                      new ScanScope.OneGroup(group.id().text(), group.id().unit()),
                      viewOf(district),
                      some,
                      known,
                      counted,
                      told,
                      people));
        });
  }

  /**
   * What is known now of one group and of what was counted in it, for days gone by to be judged.
   *
   * @param from the first day whose counters are read
   */
  Mono<ScanFacts> inHindsight(
      WorkGroup group, LocalDate from, LocalDate today, ReferenceData district) {
    GroupsInView alone = new GroupsInView();
    alone.add(group);
    return days.allOf(group, from)
        .map(counted ->
            ScanFacts.of(
                today,
                new ScanScope.OneGroup(group.id().text(), group.id().unit()),
                viewOf(district),
                alone,
                new KnownMembers(alone.live()::containsKey, Directory.UNKNOWN, people, clock),
                counted,
                ToldByUnits.NOTHING,
                people));
  }

  /**
   * The live groups of a town and who is in them. Whose units came to the town later are among
   * them.
   */
  Mono<TownGroups> ofTown(String town, ReferenceData district) {
    Bson live = Filters.eq("state.live", true);
    Bson ofTown = Filters.and(Filters.eq("state.town", town), live);
    // Each half by an index of its own.
    Bson ofItsUnits = Filters.and(Filters.in("state.unit", district.unitsOfTown(town)), live);
    return groupsWith(Filters.or(ofTown, ofItsUnits))
        .flatMap(some ->
            membersOf(Filters.in("_id", some.ids()), some, Directory.UNKNOWN)
                .map(known -> TownGroups.of(some, known, people, district)));
  }

  /** The days of one group that these rules ask for first. */
  Mono<List<CountedDay>> recentDays(String id, LocalDate day, RuleSet rules) {
    return days.recentOf(id, day, rules.thresholds());
  }

  private static Set<String> notExecuted(Collection<Detected> open) {
    return open.stream()
        .filter(finding -> finding.rule() == DetectionRule.NOT_EXECUTED)
        .flatMap(finding -> finding.groups().stream())
        .collect(Collectors.toSet());
  }

  private static Bson touching(WorkGroup group, Set<String> near) {
    String id = group.id().text();
    return Filters.or(
        Filters.eq("_id", id),
        Filters.in("_id", near),
        Filters.eq("state.unit", group.id().unit()),
        Filters.eq("state.externalId", group.id().externalId()),
        Filters.eq("state.decision.mergeInto", id),
        Filters.and(
            Filters.eq("state.town", group.profile().town()), Filters.eq("state.live", false)));
  }

  /** The live groups of the same unit and platform. */
  private static Map<String, WorkGroup> fedLike(WorkGroup group, GroupsInView some) {
    KnownActivity.Feed feed = KnownActivity.Feed.of(group);
    return some.live().entrySet().stream()
        .filter(each -> KnownActivity.Feed.of(each.getValue()).equals(feed))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Mono<GroupsInView> groupsWith(Bson filter) {
    return groups.query(filter, Filters.empty(), 0).collect(GroupsInView::new, GroupsInView::add);
  }

  private Mono<KnownMembers> membersOf(Bson filter, GroupsInView of, Directory directory) {
    return members
        .query(filter, Filters.empty(), 0)
        .map(Stored::state)
        .filter((GroupMembers each) -> of.has(each.groupId()))
        .collect(
            () -> new KnownMembers(of.live()::containsKey, directory, people, clock),
            KnownMembers::add);
  }

  /** Computed anew when the reference data are others; whether they are, is not worth comparing. */
  @SuppressWarnings("ReferenceEquality")
  private DistrictView viewOf(ReferenceData district) {
    DistrictView known = view;
    if (known == null || known.data() != district) {
      known = DistrictView.of(district);
      view = known;
    }
    return known;
  }
}
