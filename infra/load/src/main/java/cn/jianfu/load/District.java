package cn.jianfu.load;

import cn.jianfu.load.events.Batch;
import cn.jianfu.load.events.Ledger;
import cn.jianfu.load.events.Ledger.Answer;
import cn.jianfu.load.events.Planned;
import cn.jianfu.load.events.Town;
import cn.jianfu.load.events.TownLoad;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The made-up district: its ten towns, what they sent, and what became of it. */
final class District {

  static final String EVENTS = "/api/v1/events";

  private static final String BATCH_TYPE = "application/cloudevents-batch+json";
  private static final int BATCH = 500;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Platform platform;
  private final Client client;
  private final Ledger ledger = new Ledger();
  private final List<TownLoad> towns;
  private final LoadSettings settings;

  District(Platform platform, Client client, LoadSettings settings) {
    this.platform = platform;
    this.client = client;
    this.settings = settings;
    this.towns =
        Town.ten().stream()
            .map(town -> new TownLoad(town, settings.groupsPerTown(), today(), Instant.now()))
            .toList();
  }

  static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  List<TownLoad> towns() {
    return towns;
  }

  Ledger ledger() {
    return ledger;
  }

  /** Sets up the units. */
  void setUp() {
    unit("350213000000", "DISTRICT", "");
    for (TownLoad town : towns) {
      unit(town.town().code(), "TOWN", "350213000000");
      town.town().departments().forEach(code -> unit(code, "DEPARTMENT", town.town().code()));
    }
  }

  /** Sets up units and gives each town its groups, their members and a few days of counters. */
  void fill() {
    setUp();
    awaitUnits(towns.getLast());
    for (TownLoad town : towns) {
      all(town, Planned.Kind.DECLARED, settings.groupsPerTown());
      all(town, Planned.Kind.MEMBERS, settings.groupsPerTown());
      all(town, Planned.Kind.ACTIVITY, settings.groupsPerTown() * settings.daysBefore());
    }
  }

  /**
   * So many towns in all: the new ones have a few groups each, with members and counters.
   *
   * @param departments of each new town
   */
  void growTo(int all, int departments, int groups) {
    List<TownLoad> others =
        IntStream.range(towns.size(), all)
            .mapToObj(number -> new TownLoad(new Town(number), groups, today(), Instant.now()))
            .toList();
    others.forEach(town -> unit(town.town(), departments));
    awaitUnits(others.getLast());
    for (TownLoad town : others) {
      all(town, Planned.Kind.DECLARED, groups);
      all(town, Planned.Kind.MEMBERS, groups);
      all(town, Planned.Kind.ACTIVITY, groups * settings.daysBefore());
    }
  }

  /** Sets up the units of so many towns that have nothing yet. */
  void setUpTowns(int all, int departments) {
    unit("350213000000", "DISTRICT", "");
    IntStream.range(0, all).mapToObj(Town::new).forEach(town -> unit(town, departments));
  }

  private void unit(Town town, int departments) {
    unit(town.code(), "TOWN", "350213000000");
    town.departments().stream()
        .limit(departments)
        .forEach(code -> unit(code, "DEPARTMENT", town.code()));
  }

  private void unit(String code, String level, String parent) {
    boolean department = level.equals("DEPARTMENT");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", "负荷" + code);
    body.put("nameEn", "Load " + code);
    body.put("level", department ? "TOWN" : level);
    body.put("kind", department ? "DEPARTMENT" : "PARTY_GOV");
    if (!parent.isEmpty()) {
      body.put("parent", parent);
    }
    body.put("openedOn", "2003-10-19");
    // A parent is known as soon as the gateway has heard itself of it.
    Await.until(
        "the gateway takes the unit " + code,
        () ->
            client
                    .send(
                        "PUT",
                        platform.gateway("/api/v1/org-units/" + code),
                        "application/json",
                        Client.JSON.writeValueAsBytes(body))
                    .statusCode()
                < 300);
  }

  /** The owner hears of units within moments; until then it cannot tell whose they are. */
  private void awaitUnits(TownLoad last) {
    Batch first = last.next(1, Planned.Kind.DECLARED);
    Await.until(
        "group-service knows the units",
        () -> {
          HttpResponse<byte[]> response = post(first);
          boolean taken =
              response.statusCode() == 207
                  && Client.read(response).get(0).path("status").asString().equals("accepted");
          if (taken) {
            book(first, response);
          }
          return taken;
        });
  }

  private void all(TownLoad town, Planned.Kind kind, int count) {
    for (int sent = 0; sent < count; sent += BATCH) {
      Batch batch = town.next(Math.min(BATCH, count - sent), kind);
      book(batch, post(batch));
    }
  }

  HttpResponse<byte[]> post(Batch batch) {
    return client.send("POST", platform.group(EVENTS), BATCH_TYPE, batch.body());
  }

  /** Books the answers of a request, and says which of its events were accepted. */
  List<Planned> book(Batch batch, HttpResponse<byte[]> response) {
    JsonNode answers = response.statusCode() == 207 ? Client.read(response) : null;
    List<Planned> accepted = new ArrayList<>();
    for (int i = 0; i < batch.events().size(); i++) {
      Planned event = batch.events().get(i);
      Answer answer = answer(answers, i, response.statusCode());
      ledger.book(event, answer);
      if (answer == Answer.ACCEPTED) {
        accepted.add(event);
      }
    }
    return accepted;
  }

  /** Books a request that got no answer: it may have been done or not. */
  void bookUnknown(Batch batch) {
    batch.events().forEach(event -> ledger.book(event, Answer.UNKNOWN));
  }

  private static Answer answer(@Nullable JsonNode answers, int index, int status) {
    if (answers == null) {
      return status >= 500 ? Answer.UNKNOWN : Answer.DECLINED;
    }
    JsonNode one = answers.get(index);
    return one == null
        ? Answer.UNKNOWN
        : switch (one.path("status").asString()) {
          case "accepted" -> Answer.ACCEPTED;
          case "unchanged" -> Answer.UNCHANGED;
          default -> Answer.DECLINED;
        };
  }
}
