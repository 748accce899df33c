package cn.jianfu.load.events;

import cn.jianfu.load.events.Planned.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the system of one town sends, one event after the other: 60 % activity days, 20 %
 * declarations and changes of groups, 20 % member snapshots of 30 people.
 */
public final class TownLoad {

  /** People of a town; a prime number, so that every stride meets each of them once. */
  private static final int PEOPLE = 1_201;

  private static final int MEMBERS = 30;

  /** Of twenty events: where in the mix each kind stands. */
  private static final Kind[] MIX = mix("AMARAMADAMARAMARAAAA");

  private final Town town;
  private final LocalDate today;
  private final Instant start;
  private final int pool;
  private LocalDate declaredOn;
  private int groups;
  private int events;
  private int activities;
  private int renames;
  private int snapshots;

  /**
   * @param pool how many groups are declared first, of which then all the rest is reported
   */
  public TownLoad(Town town, int pool, LocalDate today, Instant start) {
    this.town = town;
    this.pool = pool;
    this.today = today;
    this.start = start;
    this.declaredOn = today.minusDays(200);
  }

  /** From now on groups are declared as of that day. */
  public void declareOn(LocalDate day) {
    declaredOn = day;
  }

  public Town town() {
    return town;
  }

  private static Kind[] mix(String letters) {
    return letters
        .chars()
        .mapToObj(letter ->
            switch (letter) {
              case 'A' -> Kind.ACTIVITY;
              case 'D' -> Kind.DECLARED;
              case 'R' -> Kind.RENAMED;
              case 'M' -> Kind.MEMBERS;
              default -> throw new IllegalArgumentException(letters);
            })
        .toArray(Kind[]::new);
  }

  /** A request with the next events of the mix. */
  public Batch next(int count) {
    return batch(count, null);
  }

  /** A request with events of one kind. */
  public Batch next(int count, Kind kind) {
    return batch(count, kind);
  }

  private Batch batch(int count, @Nullable Kind only) {
    StringBuilder body = new StringBuilder(count * 600).append('[');
    List<Planned> planned = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      body.append(i == 0 ? "" : ",");
      planned.add(event(only == null ? MIX[events % MIX.length] : only, body));
    }
    return new Batch(body.append(']').toString().getBytes(StandardCharsets.UTF_8), planned);
  }

  /** A single activity day, as the body of a request of its own. */
  public Batch single() {
    StringBuilder body = new StringBuilder(600);
    Planned planned = event(Kind.ACTIVITY, body);
    return new Batch(body.toString().getBytes(StandardCharsets.UTF_8), List.of(planned));
  }

  private Planned event(Kind kind, StringBuilder out) {
    events++;
    return switch (kind) {
      case ACTIVITY -> activity(out);
      case DECLARED -> declared(out);
      case RENAMED -> renamed(out);
      case MEMBERS -> members(out);
    };
  }

  /** Each day of each group once, from today backwards. */
  private Planned activity(StringBuilder out) {
    String group = group(activities % pool);
    String day = today.minusDays(activities / pool).toString();
    int messages = 40 + activities % 60;
    activities++;
    open(out, "town.group-activity-counted.v1", group);
    out.append("{\"date\":\"")
        .append(day)
        .append("\",\"messages\":")
        .append(messages)
        .append(
            ",\"activeSenders\":12,\"taskPosts\":4,\"taskPostsByHour\":"
                + "[0,0,0,0,0,0,0,0,1,1,0,0,0,0,1,0,1,0,0,0,0,0,0,0],\"mentionAll\":1,"
                + "\"ackOnly\":9,\"likes\":7,\"checkInChains\":1,\"materialRequests\":1}}");
    return new Planned(Kind.ACTIVITY, group, day, String.valueOf(messages));
  }

  private Planned declared(StringBuilder out) {
    String group = group(groups);
    String name = "负荷" + town.number() + "号" + groups + "工作群";
    groups++;
    open(out, "town.group-declared.v1", group);
    out.append("{\"name\":\"")
        .append(name)
        .append("\",\"kind\":\"PERMANENT\",\"purpose\":\"工作联络与通知\",\"ownerId\":\"")
        .append(person(groups))
        .append("\",\"matterCode\":\"L")
        .append(groups)
        .append("\",\"declaredOn\":\"")
        .append(declaredOn)
        .append("\"}}");
    return new Planned(Kind.DECLARED, group, "", name);
  }

  private Planned renamed(StringBuilder out) {
    String group = group(renames % pool);
    String name = "负荷" + town.number() + "改" + renames + "工作群";
    renames++;
    open(out, "town.group-renamed.v1", group);
    out.append("{\"name\":\"").append(name).append("\"}}");
    return new Planned(Kind.RENAMED, group, "", name);
  }

  private Planned members(StringBuilder out) {
    int n = snapshots % pool;
    String group = group(n);
    open(out, "town.group-members-taken.v1", group);
    out.append("{\"takenAt\":\"").append(start.minusSeconds(86_400).plusMillis(snapshots));
    out.append("\",\"members\":[");
    for (int i = 0; i < MEMBERS; i++) {
      out.append(i == 0 ? "" : ",")
          .append("{\"id\":\"")
          .append(person(n * 389 + i * (1 + n % 40)))
          .append("\"}");
    }
    out.append("]}}");
    snapshots++;
    return new Planned(Kind.MEMBERS, group, "", String.valueOf(MEMBERS));
  }

  private void open(StringBuilder out, String type, String group) {
    out.append("{\"specversion\":\"1.0\",\"id\":\"l")
        .append(events)
        .append("\",\"source\":\"")
        .append(town.source())
        .append("\",\"type\":\"")
        .append(type)
        .append("\",\"subject\":\"")
        .append(group)
        .append("\",\"time\":\"")
        .append(start.plusMillis(events))
        .append("\",\"datacontenttype\":\"application/json\",\"data\":");
  }

  private String group(int n) {
    return town.department(n) + "/WECOM/L" + n;
  }

  private String person(int n) {
    return "p" + town.number() + "-" + n % PEOPLE;
  }
}
