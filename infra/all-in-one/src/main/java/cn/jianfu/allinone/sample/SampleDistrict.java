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

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** The round in which the sample cleans up. */
  public static final String ROUND = "2026-qunzu";

  private final PlatformAddresses platform;
  private final PlatformClient setup;
  private final Function<String, PlatformClient> towns;
  private final LocalDate today;

  /**
   * @param setup may set up the district
   * @param towns the client of each town's system, by the town's org code
   */
  public SampleDistrict(
      PlatformAddresses platform,
      PlatformClient setup,
      Function<String, PlatformClient> towns,
      LocalDate today) {
    this.platform = platform;
    this.setup = setup;
    this.towns = towns;
    this.today = today;
  }

  /** Safe to repeat: what is there already stays as it is. */
  public void fill() {
    setUp();
    SampleUnit.TOWNS.forEach(this::fill);
  }

  /** The district's units and its round. */
  public void setUp() {
    SampleUnit.all().forEach(this::orgUnit);
    round();
  }

  /** What one town reports. */
  public void fill(String town) {
    if (town.equals(SampleUnit.XINDIAN)) {
      List<SampleGroup> groups = XindianGroups.asOf(today);
      importRegister(town, groups);
      report(groups);
    } else {
      push(town, OtherTowns.of(town, today), SampleDistrict::platformId, true);
    }
  }

  /** Members and counters of groups of 新店镇 that its register has declared. */
  public void report(List<SampleGroup> groups) {
    push(SampleUnit.XINDIAN, groups, SampleDistrict::registerId, false);
  }

  /** 新店镇 has a register and no interface of its own to declare groups with. */
  private void importRegister(String town, List<SampleGroup> groups) {
    JsonNode answer = sendRegister(town, RegisterWorkbook.of(groups, today), "atomic=true");
    if (!answer.path("report").path("applied").asBoolean()) {
      throw new IllegalStateException("The sample register is not taken: " + answer);
    }
  }

  /** Sends a register as a town's office does; how it is to be read is in the query. */
  public JsonNode sendRegister(String town, byte[] workbook, String query) {
    return Patience.until(
        Duration.ofSeconds(30),
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
            today.getYear() + "年工作群专项整治",
            "nameEn",
            "Work groups clean-up " + today.getYear(),
            "scope",
            SampleUnit.DISTRICT,
            "openedOn",
            today.toString(),
            "selfCheckDueOn",
            today.plusDays(14).toString()));
  }

  private void push(
      String town, List<SampleGroup> groups, Function<SampleGroup, String> ids, boolean declare) {
    SampleEvents says = new SampleEvents(town);
    List<Map<String, Object>> events = new ArrayList<>();
    for (SampleGroup group : groups) {
      String id = ids.apply(group);
      if (declare) {
        events.addAll(says.declaration(group, id, today));
      }
      if (!town.equals(SampleUnit.SILENT_TOWN)) {
        events.add(says.members(group, id, today));
        SampleDay.history(group, today).forEach(day -> events.add(says.activity(day, id)));
      }
    }
    PlatformClient client = towns.apply(town);
    for (int from = 0; from < events.size(); from += BATCH) {
      send(client, events.subList(from, Math.min(events.size(), from + BATCH)));
    }
  }

  private void send(PlatformClient client, List<Map<String, Object>> events) {
    // The services hear of new org units within moments; until then they answer that they cannot
    // tell.
    JsonNode answers =
        Patience.until(
            Duration.ofSeconds(30),
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
