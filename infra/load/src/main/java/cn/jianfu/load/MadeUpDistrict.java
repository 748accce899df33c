package cn.jianfu.load;

import cn.jianfu.group.detection.domain.ActivityFacts;
import cn.jianfu.group.detection.domain.DayCount;
import cn.jianfu.group.detection.domain.Demands;
import cn.jianfu.group.detection.domain.Directory;
import cn.jianfu.group.detection.domain.Ending;
import cn.jianfu.group.detection.domain.GroupFacts;
import cn.jianfu.group.detection.domain.GroupKind;
import cn.jianfu.group.detection.domain.MemberSets;
import cn.jianfu.group.detection.domain.Membership;
import cn.jianfu.group.detection.domain.OpenMatters;
import cn.jianfu.group.detection.domain.Overlaps;
import cn.jianfu.group.detection.domain.PersonLoad;
import cn.jianfu.group.detection.domain.ScanInput;
import cn.jianfu.group.detection.domain.ScanScope;
import cn.jianfu.group.detection.domain.SecrecyBook;
import cn.jianfu.group.detection.domain.WorkingTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a district that nobody lives in: so many groups, each with 120 days of counters, one
 * in twelve ended, one in ten silent, every fifth day with something asked of the members.
 */
final class MadeUpDistrict {

  static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

  private static final int DAYS = 120;
  private static final int GROUPS_OF_A_TOWN = 300;
  private static final int MEAN_SIZE = 33;

  private final SplittableRandom random = new SplittableRandom(11);
  private final LocalDate[] days =
      IntStream.range(0, DAYS)
          .mapToObj(i -> TODAY.minusDays(DAYS - 1L - i))
          .toArray(LocalDate[]::new);
  private final int groups;
  private final int people;

  MadeUpDistrict(int groups) {
    this.groups = groups;
    this.people = groups * 2;
  }

  ScanInput facts() {
    List<GroupFacts> all = new ArrayList<>(groups);
    Map<String, ActivityFacts> activity = new HashMap<>();
    Map<String, Membership> memberships = new HashMap<>();
    MemberSets.Builder members = MemberSets.builder();
    for (int g = 0; g < groups; g++) {
      GroupFacts group = group(g);
      all.add(group);
      activity.put(group.id(), activity(group.id(), random.nextInt(10) == 0));
      members.add(group.id(), members(g));
      memberships.put(group.id(), new Membership(TODAY, List.of(), true));
    }
    MemberSets sets = members.build();
    return new ScanInput(
        TODAY,
        new ScanScope.Everything(),
        all,
        Overlaps.among(sets),
        activity,
        PersonLoad.of(sets, _ -> true, _ -> TODAY, _ -> new PersonLoad.Home(unit(0), town(0))),
        Map.of(),
        List.of(),
        List.of(),
        calendar(),
        memberships,
        Directory.UNKNOWN,
        SecrecyBook.SILENT,
        OpenMatters.NONE);
  }

  GroupFacts group(int g) {
    boolean ended = g % 12 == 0;
    LocalDate created = TODAY.minusDays(30 + random.nextInt(900));
    return new GroupFacts(
        "g" + g,
        unit(g),
        town(g),
        "line" + random.nextInt(Math.max(1, groups / 100)),
        "WECOM",
        "wr" + g,
        "第" + g + "工作群",
        "日常工作联络" + g,
        "M" + random.nextInt(Math.max(1, groups / 2)),
        "k1:" + random.nextInt(people),
        true,
        random.nextInt(8) == 0 ? GroupKind.TEMPORARY : GroupKind.PERMANENT,
        !ended,
        created,
        created,
        created,
        true,
        created.minusDays(3),
        created.plusDays(400),
        null,
        random.nextInt(5) != 0,
        null,
        null,
        Set.of(),
        ended ? ending() : null,
        MEAN_SIZE);
  }

  private @Nullable Ending ending() {
    LocalDate on = TODAY.minusDays(10 + random.nextInt(80));
    return new Ending(on.minusDays(5), on.minusDays(5), on, on, null);
  }

  ActivityFacts activity(String id, boolean silent) {
    List<DayCount> counts = new ArrayList<>(DAYS);
    List<Demands> demands = new ArrayList<>();
    for (int d = 0; d < DAYS; d++) {
      int senders = silent && d > 20 ? 0 : 2 + random.nextInt(9);
      counts.add(new DayCount(days[d], senders, senders * 3, senders));
      if (senders > 0 && random.nextInt(5) == 0) {
        demands.add(
            new Demands(
                days[d],
                1,
                hours(),
                0,
                random.nextInt(4) / 3,
                random.nextInt(4) / 3,
                0,
                0,
                null,
                0));
      }
    }
    return new ActivityFacts(id, counts, demands, null, null);
  }

  private List<Integer> hours() {
    Integer[] hours = new Integer[24];
    Arrays.fill(hours, 0);
    hours[7 + random.nextInt(13)] = 1;
    return List.of(hours);
  }

  List<String> members(int g) {
    int size = 2 + random.nextInt(2 * MEAN_SIZE - 2);
    Map<Integer, String> members = new TreeMap<>();
    for (int m = 0; m < size; m++) {
      int person = Math.floorMod(g * 2 + random.nextInt(4 * size), people);
      members.put(person, "k1:" + person);
    }
    return List.copyOf(members.values());
  }

  static String town(int g) {
    return "35021%04d000".formatted(g / GROUPS_OF_A_TOWN);
  }

  private static String unit(int g) {
    return "35021%04d9%02d".formatted(g / GROUPS_OF_A_TOWN, g % 60);
  }

  static WorkingTime calendar() {
    return new WorkingTime(
        Map.of(
            2026,
            new WorkingTime.Year(
                Set.of(LocalDate.of(2026, 10, 1)),
                Set.of(),
                LocalTime.of(8, 0),
                LocalTime.of(18, 0))));
  }
}
