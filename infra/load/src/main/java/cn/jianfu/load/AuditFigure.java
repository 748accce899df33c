package cn.jianfu.load;

import cn.jianfu.load.events.Ledger;
import cn.jianfu.load.events.Ledger.Answer;
import cn.jianfu.load.events.Ledger.Audit;
import cn.jianfu.load.events.Planned.Kind;
import cn.jianfu.load.stats.Figure;
import cn.jianfu.load.stats.Goal;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Whether all that was accepted, and nothing else, is in the owner's store and in the gateway. */
final class AuditFigure {

  private static final int READERS = 8;

  private final Run run;

  private AuditFigure(Run run) {
    this.run = run;
  }

  static Figure measure(Run run) {
    return new AuditFigure(run).measure();
  }

  private Figure measure() {
    run.awaitQuiet();
    Ledger ledger = run.district().ledger();
    Map<String, String> owner = new HashMap<>();
    long twice = owned(owner, ledger);
    Audit inOwner = ledger.against(owner);
    Audit inGateway = ledger.against(shown());
    long wrong = inOwner.lost() + inOwner.unbooked() + inGateway.lost() + inGateway.unbooked();
    return new Figure(
        "Accepted and visible, the books",
        "%,d lost, %,d counted twice".formatted(inOwner.lost() + inGateway.lost(), twice),
        "",
        null,
        List.of(Goal.atMost((double) (wrong + Math.abs(twice)), 0, 0, " differences")),
        "%,d accepted, %,d unchanged, %,d declined, %,d without an answer; %,d different things compared with group-service's store and, group by group through REST, with the gateway%s"
            .formatted(
                ledger.count(Answer.ACCEPTED),
                ledger.count(Answer.UNCHANGED),
                ledger.count(Answer.DECLINED),
                ledger.count(Answer.UNKNOWN),
                ledger.things(),
                examples(inOwner, inGateway)));
  }

  private static String examples(Audit owner, Audit gateway) {
    return owner.isClean() && gateway.isClean()
        ? ""
        : "; in the store: " + owner + ", in the gateway: " + gateway;
  }

  /** Reads the owner's documents; by how many writes they exceed what was accepted. */
  private long owned(Map<String, String> seen, Ledger ledger) {
    long writes = 0;
    for (Document day : documents("activity", "state.groupId", "state.date", "state.messages")) {
      Document state = day.get("state", Document.class);
      writes += day.getLong("lastSeq");
      seen.put(
          day.getString("_id").replaceFirst("/([^/]*)$", "@$1"),
          String.valueOf(state.getInteger("messages")));
    }
    for (Document group : documents("groups", "state.name")) {
      seen.put(
          group.getString("_id") + "#name", group.get("state", Document.class).getString("name"));
    }
    for (Document members : documents("members", "state.people")) {
      writes += members.getLong("lastSeq");
      List<?> people = members.get("state", Document.class).getList("people", String.class);
      seen.put(members.getString("_id") + "#members", String.valueOf(people.size()));
    }
    return ledger.count(Answer.UNKNOWN) > 0
        ? Math.max(
            0,
            writes
                - ledger.accepted(Kind.ACTIVITY)
                - ledger.accepted(Kind.MEMBERS)
                - ledger.count(Answer.UNKNOWN))
        : writes - ledger.accepted(Kind.ACTIVITY) - ledger.accepted(Kind.MEMBERS);
  }

  private Iterable<Document> documents(String collection, String... fields) {
    return run.database("group")
        .getCollection(collection)
        .find()
        .projection(
            Projections.fields(Projections.include("lastSeq"), Projections.include(fields)));
  }

  private Map<String, String> shown() {
    Map<String, String> seen = new ConcurrentHashMap<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<?>> all = new ArrayList<>();
      for (String group : groups()) {
        all.add(readers.submit(() -> shown(group, seen)));
      }
      for (Future<?> one : all) {
        var _ = one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return seen;
  }

  private List<String> groups() {
    List<String> ids = new ArrayList<>();
    for (Document group : documents("groups")) {
      ids.add(group.getString("_id"));
    }
    return ids;
  }

  private void shown(String group, Map<String, String> seen) {
    JsonNode answer = run.client().get(run.platform().gateway("/api/v1/groups/" + group));
    seen.put(group + "#name", answer.path("group").path("name").asString());
    answer
        .path("days")
        .properties()
        .forEach(day ->
            seen.put(
                group + "@" + day.getKey(),
                String.valueOf(day.getValue().path("messages").asInt())));
    answer
        .path("members")
        .properties()
        .forEach(day -> seen.put(group + "#members", String.valueOf(day.getValue().asInt())));
  }
}
