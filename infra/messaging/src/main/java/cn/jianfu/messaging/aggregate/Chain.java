package cn.jianfu.messaging.aggregate;

import cn.jianfu.messaging.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Decides commands to one aggregate, one after the other, and gathers what is to be written. */
final class Chain<S> {

  /** Unpublished bodies stay far below the 16 MB of a document, whatever the characters. */
  private static final long MOST_CHARS = 1024 * 1024;

  /** Few systems write to one aggregate; the one that is silent for longest is forgotten. */
  private static final int MOST_SOURCES = 32;

  private final String id;
  private final @Nullable AggregateDocument<S> loaded;
  private final ChainContext context;
  private final List<Seen> accepted = new ArrayList<>();
  private final List<OutboxEntry> events = new ArrayList<>();
  private final Map<String, Instant> sources;
  private @Nullable S state;
  private long version;
  private long lastSeq;
  private long pendingChars;

  Chain(String id, @Nullable AggregateDocument<S> loaded, ChainContext context) {
    this.id = id;
    this.loaded = loaded;
    this.context = context;
    this.sources = new LinkedHashMap<>(loaded == null ? Map.of() : loaded.sources());
    this.state = loaded == null ? null : loaded.state();
    this.version = loaded == null ? 0 : loaded.version();
    this.lastSeq = loaded == null ? 0 : loaded.lastSeq();
    this.pendingChars = loaded == null ? 0 : charsOf(loaded.outbox());
  }

  <D> Outcome<S, D> apply(Command<S, D> command) {
    Seen before = seen(command.key());
    if (before != null) {
      return before.hash().equals(command.bodyHash())
          ? new Outcome.Repeated<>(now(), before.version(), before.result())
          : new Outcome.KeyReused<>();
    }
    if (isLate(command)) {
      return new Outcome.Unchanged<>(now());
    }
    Long expected = command.expectedVersion();
    if (expected != null && state != null && expected != version) {
      return new Outcome.Stale<>(now());
    }
    return switch (command.decider().decide(state)) {
      case Decision.Unchanged<S, D> _ -> new Outcome.Unchanged<>(state == null ? null : now());
      case Decision.Declined<S, D>(D why) -> new Outcome.Declined<>(why);
      case Decision.Accepted<S, D>(S next, List<?> said) -> accept(command, next, said);
    };
  }

  private <D> Outcome<S, D> accept(Command<S, D> command, S next, List<?> said) {
    if (!said.isEmpty() && !hasRoomFor(said.size())) {
      return new Outcome.OutboxFull<>();
    }
    boolean created = state == null;
    state = next;
    version++;
    for (Object payload : said) {
      OutboxEntry entry = context.entry(++lastSeq, payload, EventJson.write(payload));
      pendingChars += entry.data().length();
      events.add(entry);
    }
    String result = command.result() == null ? null : command.result().apply(next);
    accepted.add(new Seen(command.key(), command.bodyHash(), version, context.write(), result));
    remember(command);
    return new Outcome.Applied<>(now(), created);
  }

  private <D> void remember(Command<S, D> command) {
    if (command.time() != null) {
      sources.merge(command.source(), command.time(), (a, b) -> a.isAfter(b) ? a : b);
      if (sources.size() > MOST_SOURCES) {
        sources.remove(Collections.min(sources.entrySet(), Map.Entry.comparingByValue()).getKey());
      }
    }
  }

  private boolean hasRoomFor(int more) {
    int pending = loaded == null ? 0 : loaded.outbox().size();
    return pending + events.size() + more <= context.settings().outbox()
        && pendingChars < MOST_CHARS
        && !context.backlog().isFull();
  }

  private static long charsOf(List<OutboxEntry> entries) {
    return entries.stream().mapToLong(entry -> entry.data().length()).sum();
  }

  private <D> boolean isLate(Command<S, D> command) {
    Instant last = sources.get(command.source());
    return last != null && command.time() != null && command.time().isBefore(last);
  }

  private @Nullable Seen seen(String key) {
    for (int i = accepted.size() - 1; i >= 0; i--) {
      if (accepted.get(i).key().equals(key)) {
        return accepted.get(i);
      }
    }
    return loaded == null ? null : inLoaded(loaded.seen(), key);
  }

  private static @Nullable Seen inLoaded(List<Seen> seen, String key) {
    return seen.stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
  }

  boolean changed() {
    return !accepted.isEmpty();
  }

  Stored<S> now() {
    return new Stored<>(id, Objects.requireNonNull(state), version, lastSeq);
  }

  String id() {
    return id;
  }

  @Nullable AggregateDocument<S> loaded() {
    return loaded;
  }

  List<Seen> accepted() {
    return accepted;
  }

  List<OutboxEntry> events() {
    return events;
  }

  Map<String, Instant> sources() {
    return sources;
  }

  ObjectId write() {
    return context.write();
  }
}
