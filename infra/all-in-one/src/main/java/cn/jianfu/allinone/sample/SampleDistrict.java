package cn.jianfu.allinone.sample;

import cn.jianfu.group.register.domain.ImportKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Fills an empty platform with the sample district, through the doors that towns use. */
public final class SampleDistrict {

  /** How many events go in one request. */
  private static final int BATCH = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The round in which the sample cleans up. */
  public static final String ROUND = "2026-qunzu";

  private final PlatformAddresses platform;
  private final PlatformClient setup;
  private final Function<String, PlatformClient> towns;
  private final SampleWeeks weeks;

  /**
   * @param setup may set up the district
   * @param towns the client of each town's system, by the town's org code
   * @param weeks how the sample comes in
   */
  public SampleDistrict(
      PlatformAddresses platform,
      PlatformClient setup,
      Function<String, PlatformClient> towns,
      SampleWeeks weeks) {
    this.platform = platform;
    this.setup = setup;
    this.towns = towns;
    this.weeks = weeks;
  }

  /** The district's units and its round. Safe to repeat, as is all that follows. */
  public void setUp() {
    SampleUnit.all().forEach(this::orgUnit);
    round();
  }

  /**
   * What towns reported since the week before, and a look at it all. Group-service must take that
   * day for the present.
   *
   * @param day one of the sample's days
   */
  public void pass(LocalDate day) {
    SampleUnit.TOWNS.forEach(town -> pass(town, day));
    Patience.until(PATIENCE, () -> setup.send("POST", platform.groupApi("scans"), Map.of()));
  }

  /** What one town reports up to today, all at once. */
  public void fill(String town) {
    pass(town, weeks.today());
  }

  private void pass(String town, LocalDate day) {
    // 新店镇 has a register and no interface of its own to declare groups with.
    boolean hasRegister = town.equals(SampleUnit.XINDIAN);
    List<SampleGroup> known =
        (hasRegister ? XindianGroups.asOf(weeks.today()) : OtherTowns.of(town, weeks.today()))
            .stream().filter(group -> weeks.isKnown(group, day)).toList();
    if (hasRegister && known.stream().anyMatch(group -> weeks.isNew(group, day))) {
      importRegister(town, known, day);
    }
    SampleEvents says = new SampleEvents(town);
    List<Map<String, Object>> events = new ArrayList<>();
    for (SampleGroup group : known) {
      String id = hasRegister ? registerId(group) : platformId(group);
      if (!hasRegister && weeks.isNew(group, day)) {
        events.addAll(says.declaration(group, id, day));
      }
      if (!town.equals(SampleUnit.SILENT_TOWN)) {
        events.addAll(weeks.reports(says, group, id, day));
      }
      if (town.equals(SampleUnit.TIDY_TOWN) && group.isOver(weeks.today())) {
        events.addAll(weeks.cleanUp(says, id, day));
      }
    }
    push(towns.apply(town), events);
    if (day.equals(weeks.today()) && !town.equals(SampleUnit.SILENT_TOWN)) {
      Staff staff = hasRegister ? XindianGroups.STAFF : OtherTowns.staffOf(town);
      towns
          .apply(town)
          .send("PUT", platform.groupApi("staff/" + town), staff.directory(weeks.today()));
    }
  }

  /** Members and counters of groups of 新店镇 that its register has declared. */
  public void report(List<SampleGroup> groups) {
    SampleEvents says = new SampleEvents(SampleUnit.XINDIAN);
    push(
        towns.apply(SampleUnit.XINDIAN),
        groups.stream()
            .flatMap(group -> weeks.reports(says, group, registerId(group), weeks.today()).stream())
            .toList());
  }

  private void importRegister(String town, List<SampleGroup> groups, LocalDate day) {
    JsonNode answer = sendRegister(town, RegisterWorkbook.of(groups, day), "atomic=true");
    if (!answer.path("report").path("applied").asBoolean()) {
      throw new IllegalStateException("The sample register is not taken: " + answer);
    }
  }

  /** Sends a register as a town's office does; how it is to be read is in the query. */
  public JsonNode sendRegister(String town, byte[] workbook, String query) {
    return Patience.until(
        PATIENCE,
        () ->
            towns.apply(town).send("POST", platform.groupApi("imports?" + query), XLSX, workbook));
  }

  private void orgUnit(SampleUnit unit) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", unit.name());
    body.put("nameEn", unit.nameEn());
    body.put("level", unit.level());
    body.put("kind", unit.kind());
    if (!unit.parent().isEmpty()) {
      body.put("parent", unit.parent());
    }
    if (!unit.line().isEmpty()) {
      body.put("line", unit.line());
    }
    body.put("openedOn", "2003-10-19");
    setup.send("PUT", platform.gatewayApi("org-units/" + unit.code()), body);
  }

  private void round() {
    setup.send(
        "PUT",
        platform.gatewayApi("rounds/" + ROUND),
        Map.of(
            "nameZh",
            weeks.today().getYear() + "年工作群专项整治",
            "nameEn",
            "Work groups clean-up " + weeks.today().getYear(),
            "scope",
            SampleUnit.DISTRICT,
            "openedOn",
            weeks.today().toString(),
            "selfCheckDueOn",
            weeks.today().plusDays(14).toString()));
  }

  private void push(PlatformClient client, List<Map<String, Object>> events) {
    for (int from = 0; from < events.size(); from += BATCH) {
      send(client, events.subList(from, Math.min(events.size(), from + BATCH)));
    }
  }

  private void send(PlatformClient client, List<Map<String, Object>> events) {
    // The services hear of new org units within moments; until then they answer that they cannot
    // tell.
    JsonNode answers =
        Patience.until(
            PATIENCE,
            () ->
                client.send(
                    "POST",
                    platform.groupApi("events"),
                    "application/cloudevents-batch+json",
                    PlatformClient.json(events)));
    for (JsonNode answer : answers) {
      if (answer.path("status").asString().equals("declined")) {
        throw new IllegalStateException("The sample is declined: " + answer);
      }
    }
  }

  private static String platformId(SampleGroup group) {
    return group.unit() + "/" + group.platform() + "/" + group.key();
  }

  /** The id that a group has by the register, which knows none of the platform. */
  public static String registerId(SampleGroup group) {
    String key = ImportKey.of(group.unit(), group.name());
    return group.unit()
        + "/"
        + group.platform()
        + "/"
        + URLEncoder.encode(key, StandardCharsets.UTF_8);
  }
}
