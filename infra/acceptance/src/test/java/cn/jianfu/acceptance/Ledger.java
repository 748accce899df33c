package cn.jianfu.acceptance;

import cn.jianfu.allinone.sample.PlatformClient;
import cn.jianfu.allinone.sample.RefusedByPlatform;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A client that declares groups one by one and in batches, and keeps a ledger of what it was
 * answered. Every fifth request and every fourth event of a batch is one that must be declined.
 */
final class Ledger {

  static final String UNIT = "350213104901";

  private static final int BATCH = 8;

  /** What is known of a group that was sent. */
  enum Fate {
    ACCEPTED,
    DECLINED,
    /** No answer came, or one that leaves it open. */
    UNKNOWN
  }

  private final PlatformClient client;
  private final URI api;
  private final String name;
  private final Answered answered = new Answered();

  /**
   * @param api of group-service, ending in a slash
   * @param name begins every id of this ledger
   */
  Ledger(PlatformClient client, URI api, String name) {
    this.client = client;
    this.api = api;
    this.name = name;
  }

  /** Sends one request or one batch, by its number. */
  void send(int number) {
    if (number % 2 == 0) {
      declare(number);
    } else {
      push(number);
    }
  }

  private void declare(int number) {
    String id = UNIT + "/WECOM/" + name + "-" + number;
    boolean bad = number % 5 == 0;
    answered.ask(
        id,
        () ->
            client.send(
                "PUT", api.resolve("groups/" + id), Map.of("name", bad ? " " : "台账群" + number)));
  }

  /** Declares one group; empty when it was accepted. */
  Optional<RefusedByPlatform> declareOrBeRefused(int number) {
    String id = UNIT + "/WECOM/" + name + "-" + number;
    try {
      client.send("PUT", api.resolve("groups/" + id), Map.of("name", "台账群" + number));
      answered.note(id, Fate.ACCEPTED);
      return Optional.empty();
    } catch (RefusedByPlatform refused) {
      answered.note(id, Fate.DECLINED);
      return Optional.of(refused);
    }
  }

  private void push(int number) {
    List<Map<String, Object>> events = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      String id = UNIT + "/WECOM/" + name + "-" + number + "-" + i;
      ids.add(id);
      events.add(event(id, i % 4 == 3 ? " " : "台账群" + number + "之" + i));
    }
    try {
      JsonNode answers =
          client.send(
              "POST",
              api.resolve("events"),
              "application/cloudevents-batch+json",
              PlatformClient.json(events));
      for (int i = 0; i < ids.size(); i++) {
        answered.note(ids.get(i), fateOf(answers.path(i)));
      }
    } catch (RefusedByPlatform | UncheckedIOException _) {
      ids.forEach(id -> answered.note(id, Fate.UNKNOWN));
    }
  }

  private static Fate fateOf(JsonNode answer) {
    return switch (answer.path("status").asString("")) {
      case "accepted", "unchanged" -> Fate.ACCEPTED;
      case "declined" -> Answered.fateOf(answer.path("problem").path("status").asInt());
      default -> Fate.UNKNOWN;
    };
  }

  private Map<String, Object> event(String id, String title) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", "declared/" + id);
    event.put("source", "/towns/350213104000/oa");
    event.put("type", "town.group-declared.v1");
    event.put("subject", id);
    event.put("time", "2026-11-23T00:05:00Z");
    event.put("datacontenttype", "application/json");
    event.put("data", Map.of("name", title));
    return event;
  }

  /** Whether a group of that id is one of this ledger's. */
  boolean owns(String id) {
    return id.startsWith(UNIT + "/WECOM/" + name + "-");
  }

  Map<String, Fate> fates() {
    return answered.fates();
  }

  Set<String> with(Fate fate) {
    return answered.with(fate);
  }

  /** So many of them. */
  Set<String> some(Fate fate, int limit) {
    return with(fate).stream().limit(limit).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public String toString() {
    return answered.toString();
  }
}
