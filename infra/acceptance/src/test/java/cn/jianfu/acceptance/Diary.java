package cn.jianfu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jianfu.acceptance.Ledger.Fate;
import cn.jianfu.allinone.sample.PlatformAddresses;
import cn.jianfu.allinone.sample.PlatformClient;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A town that tells of its groups day after day, that decides about them, and a district that makes
 * exceptions; with all that they were answered. Nothing is said twice, so that every word is there
 * once, or not at all. Every seventh is one that must be declined.
 */
final class Diary {

  static final String TOWN = "350213103000";

  private static final String UNIT = "350213103901";
  private static final int GROUPS = 12;
  private static final int BAD = 7;
  private final LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(320);
  private final LocalDate last = LocalDate.now(ZoneOffset.UTC).minusDays(2);

  final PlatformClient town;
  final PlatformClient district;
  private final PlatformAddresses platform;
  final String name;

  /** "group day". */
  final Answered days = new Answered();

  /** "group day". */
  final Answered lists = new Answered();

  /** "group reason". */
  final Answered decisions = new Answered();

  final Answered withdrawals = new Answered();
  final Answered exemptions = new Answered();

  /** Numbers by what they count: "messages group day", "members group day". */
  final Map<String, Integer> said = new ConcurrentHashMap<>();

  Diary(PlatformAddresses platform, PlatformClient town, PlatformClient district, String name) {
    this.platform = platform;
    this.town = town;
    this.district = district;
    this.name = name;
  }

  /** Declares its groups; that must succeed. */
  void open() {
    groups().forEach(id -> town.send("PUT", service("groups/" + id), Map.of("name", "日记群" + id)));
  }

  /** Says something of one group, by the number of the word. */
  void say(int number) {
    String id = groups().get(number / 4 % GROUPS);
    LocalDate day = first.plusDays(number / 4 / GROUPS);
    if (day.isAfter(last)) {
      throw new IllegalStateException("the diary is full");
    }
    boolean bad = number % BAD == 0;
    switch (number % 4) {
      case 0 -> count(id, day, bad ? -1 : number);
      case 1 -> list(id, day, bad ? "NOBODY" : "MEMBER", number);
      case 2 -> decide(id, bad ? "FORGET" : "DISSOLVE", number);
      default -> except(bad ? day.minusDays(1) : day.plusDays(90), day, number);
    }
  }

  private void count(String id, LocalDate day, int messages) {
    said.put("messages " + id + " " + day, messages);
    days.ask(
        id + " " + day,
        () ->
            town.send(
                "PUT", service("groups/" + id + "/activity/" + day), Map.of("messages", messages)));
  }

  private void list(String id, LocalDate day, String role, int number) {
    List<Map<String, String>> people = new ArrayList<>();
    for (int i = 0; i < membersSaidBy(number); i++) {
      people.add(Map.of("id", name + "-" + i, "role", role));
    }
    said.put("members " + id + " " + day, people.size());
    lists.ask(
        id + " " + day,
        () ->
            town.send(
                "PUT",
                service("groups/" + id + "/members"),
                Map.of("takenAt", day + "T04:00:00Z", "members", people)));
  }

  private static int membersSaidBy(int number) {
    return 1 + number % 5;
  }

  /** Decides, and the next time takes it back: no group has two decisions at once. */
  private void decide(String id, String kind, int number) {
    if (number / 4 / GROUPS % 2 == 1) {
      withdrawals.ask(
          id + " " + number,
          () -> town.send("DELETE", service("groups/" + id + "/decisions/current"), Map.of()));
      return;
    }
    String reason = "第" + number + "次研究决定";
    decisions.ask(
        id + " " + reason,
        () ->
            town.send(
                "POST",
                service("groups/" + id + "/decisions"),
                Map.of("kind", kind, "reason", reason)));
  }

  private void except(LocalDate to, LocalDate from, int number) {
    String id = name + "-" + number;
    exemptions.ask(
        id,
        () ->
            district.send(
                "PUT",
                gateway("exemptions/" + id),
                Map.of(
                    "rule",
                    "G-ZOMB",
                    "scopeUnit",
                    TOWN,
                    "from",
                    from.toString(),
                    "to",
                    to.toString(),
                    "reason",
                    "汛期值守",
                    "approvedBy",
                    "区减负办")));
  }

  /** Words of every kind were accepted, refused and left open. */
  void isFullOf(Fate... fates) {
    for (Fate fate : fates) {
      assertThat(Stream.of(days, lists, decisions, exemptions))
          .as("%s of %s", fate, this)
          .allSatisfy(answered -> assertThat(answered.with(fate)).isNotEmpty());
    }
  }

  /** The groups of which it tells. */
  List<String> groups() {
    return IntStream.range(0, GROUPS).mapToObj(i -> UNIT + "/WECOM/" + name + "-" + i).toList();
  }

  URI service(String path) {
    return platform.group().resolve("/api/v1/" + path);
  }

  URI gateway(String path) {
    return platform.gateway().resolve("/api/v1/" + path);
  }

  @Override
  public String toString() {
    return "days %s; member lists %s; decisions %s; withdrawals %s; exemptions %s"
        .formatted(days, lists, decisions, withdrawals, exemptions);
  }
}
