package cn.jianfu.allinone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The 44 groups of 新店镇 before the clean-up: 16 that stay and 28 that go. */
public final class XindianGroups {

  /** First letter of the keys of groups that the self-check keeps. */
  public static final String KEPT = "K";

  static final Staff STAFF = new Staff(SampleUnit.XINDIAN, 420);

  private XindianGroups() {}

  public static List<SampleGroup> asOf(LocalDate today) {
    Map<String, List<String>> members = new HashMap<>();
    List<SampleGroup> groups = new ArrayList<>();
    for (CSVRecord row : SampleTable.rows("xindian-groups.csv")) {
      String key = row.get("key");
      members.put(key, members(row.get("members"), members, new Random(key.hashCode())));
      groups.add(group(row, today, members));
    }
    return List.copyOf(groups);
  }

  private static SampleGroup group(
      CSVRecord row, LocalDate today, Map<String, List<String>> members) {
    String key = row.get("key");
    return new SampleGroup(
        key,
        row.get("unit"),
        row.get("name"),
        row.get("platform"),
        row.get("kind"),
        row.get("matterCode"),
        row.get("matterTitle"),
        row.get("purpose"),
        row.get("filed").equals("Y"),
        today.minusDays(Long.parseLong(row.get("createdDaysAgo"))),
        daysAgo(row.get("validUntilDaysAgo"), today),
        Rhythm.parse(row.get("rhythm")),
        members.getOrDefault(key, List.of()));
  }

  private static @Nullable LocalDate daysAgo(String days, LocalDate today) {
    return days.isEmpty() ? null : today.minusDays(Long.parseLong(days));
  }

  private static List<String> members(String rule, Map<String, List<String>> known, Random lot) {
    int colon = rule.indexOf(':');
    String argument = rule.substring(colon + 1);
    return switch (rule.substring(0, colon)) {
      case "own" -> STAFF.some(Integer.parseInt(argument), lot);
      case "like" -> STAFF.nearlyLike(known.getOrDefault(argument, List.of()), lot);
      case "within" -> STAFF.within(known.getOrDefault(argument, List.of()));
      default -> throw new IllegalArgumentException("No such way to fill a group: " + rule);
    };
  }
}
