package cn.jianfu.report.fact;

import cn.jianfu.contracts.group.WorkGroupV1;
import cn.jianfu.report.compliance.domain.CleanupDecision;
import cn.jianfu.report.compliance.domain.GroupFact;
import cn.jianfu.report.compliance.domain.LoadFact;
import cn.jianfu.report.compliance.domain.PushFact;
import cn.jianfu.report.compliance.domain.SelfCheckFact;
import cn.jianfu.report.compliance.domain.TypedFact;
import cn.jianfu.report.compliance.domain.Withdrawal;
import cn.jianfu.report.finding.domain.Detected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;

/** One town, made of the documents that were read of it so far. */
final class KnownTown {

  private static final Codec<Document> DOCUMENTS = new DocumentCodec();

  /** Measured: of a group with a year of counters 71 KB, with two days 2.9 KB, with none 1.9 KB. */
  private static final long BYTES_OF_A_DOCUMENT = 1_200;

  private static final long BYTES_OF_A_DAY = 160;

  private final Map<String, Fetched.Digest> digests = new HashMap<>();
  private final Map<String, WorkGroupV1> published = new HashMap<>();
  private final Map<String, List<CleanupDecision>> decisions = new HashMap<>();
  private final Map<String, Map<LocalDate, Withdrawal.WithdrawnBy>> withdrawnBy = new HashMap<>();
  private final Map<String, NavigableMap<String, GroupMonth>> months = new HashMap<>();
  private final NavigableMap<String, GroupFact> groups = new TreeMap<>();
  private final NavigableMap<String, Detected> findings = new TreeMap<>();
  private final NavigableMap<String, Detected> mistaken = new TreeMap<>();
  private final NavigableMap<String, LoadFact> loads = new TreeMap<>();
  private final NavigableMap<String, PushFact> pushes = new TreeMap<>();
  private final NavigableMap<String, SelfCheckFact> selfChecks = new TreeMap<>();
  private final NavigableMap<String, TypedFact> imports = new TreeMap<>();
  private final NavigableMap<String, TypedFact> secrecy = new TreeMap<>();
  private @Nullable Instant latest;
  private @Nullable Instant through;
  private @Nullable Instant settled;
  private long days;

  /** Whether it says anything that is not known. */
  synchronized boolean isNews(Fetched fact) {
    return !fact.digest().equals(digests.get(fact.key()));
  }

  /** Takes facts that are new or have changed; they replace what they said before. */
  synchronized void take(List<Fetched> fetched) {
    Map<FactKind, List<Document>> facts = new EnumMap<>(FactKind.class);
    for (Fetched each : fetched) {
      facts.computeIfAbsent(each.kind(), _ -> new ArrayList<>()).add(each.read(DOCUMENTS));
    }
    facts.values().forEach(some -> some.forEach(this::seen));
    Set<String> changed = new HashSet<>();
    of(facts, FactKind.GROUP)
        .forEach(fact -> {
          String id = fact.getString("_id");
          keep(published, id, GroupReader.workGroup(fact));
          decisions.put(id, GroupReader.decisions(fact));
          keep(
              withdrawnBy,
              id,
              Optional.of(GroupReader.withdrawnBy(fact)).filter(it -> !it.isEmpty()));
          changed.add(id);
        });
    of(facts, FactKind.GROUP_MONTH)
        .map(GroupReader::month)
        .forEach(month -> {
          GroupMonth before =
              months.computeIfAbsent(month.group(), _ -> new TreeMap<>()).put(month.month(), month);
          days += month.days().size() - (before == null ? 0 : before.days().size());
          changed.add(month.group());
        });
    of(facts, FactKind.FINDING)
        .forEach(fact -> {
          String id = fact.getString("_id");
          keep(findings, id, FactReader.finding(fact));
          keep(mistaken, id, FactReader.mistaken(fact));
        });
    of(facts, FactKind.LOAD)
        .forEach(fact -> keep(loads, fact.getString("_id"), FactReader.load(fact)));
    of(facts, FactKind.PUSH)
        .forEach(fact -> keep(pushes, fact.getString("_id"), FactReader.pushes(fact)));
    of(facts, FactKind.SELF_CHECK)
        .forEach(fact -> keep(selfChecks, fact.getString("_id"), FactReader.selfCheck(fact)));
    of(facts, FactKind.IMPORT)
        .forEach(fact -> keep(imports, fact.getString("_id"), FactReader.imported(fact)));
    of(facts, FactKind.SECRECY)
        .forEach(fact -> keep(secrecy, fact.getString("_id"), FactReader.secrecy(fact)));
    for (String id : changed) {
      keep(
          groups,
          id,
          GroupReader.group(
                  id,
                  published.get(id),
                  decisions.getOrDefault(id, List.of()),
                  months.getOrDefault(id, new TreeMap<>()).values())
              .map(group -> group.withdrawnBy(withdrawnBy.getOrDefault(id, Map.of()))));
    }
    // Last, so that what cannot be read is news again.
    fetched.forEach(each -> digests.put(each.key(), each.digest()));
  }

  /** What a fact says in the place of what it said before; nothing when all of it is taken back. */
  private static <T> void keep(Map<String, T> known, String id, Optional<T> said) {
    said.ifPresentOrElse(it -> known.put(id, it), () -> known.remove(id));
  }

  private void seen(Document fact) {
    Date at = fact.getDate(GuardedFacts.WRITTEN_AT);
    Instant written = at == null ? Instant.EPOCH : at.toInstant();
    if (latest == null || written.isAfter(latest)) {
      latest = written;
    }
  }

  private static Stream<Document> of(Map<FactKind, List<Document>> facts, FactKind kind) {
    return facts.getOrDefault(kind, List.of()).stream();
  }

  synchronized TownRecord record() {
    return new TownRecord(
        List.copyOf(groups.values()),
        List.copyOf(findings.values()),
        List.copyOf(loads.values()),
        List.copyOf(pushes.values()),
        List.copyOf(selfChecks.values()),
        Stream.concat(imports.values().stream(), secrecy.values().stream()).toList(),
        List.copyOf(mistaken.values()),
        goesOnAs());
  }

  private Map<String, String> goesOnAs() {
    Map<String, String> all = new HashMap<>();
    for (WorkGroupV1 group : published.values()) {
      String into = group.joinedInto();
      if (into != null) {
        all.put(group.groupId(), into);
      }
    }
    return Map.copyOf(all);
  }

  /** When the latest of what was read was written; null when none of it says so. */
  synchronized @Nullable Instant latest() {
    return latest;
  }

  /**
   * Up to when nothing that was written is missing; null when nothing says so. What was written
   * while something was read may have been written behind it.
   */
  synchronized @Nullable Instant through() {
    return through;
  }

  /**
   * Takes note that a read has ended.
   *
   * @param begun when the latest of what could be read was written, as the read began
   */
  synchronized void readThrough(@Nullable Instant begun) {
    if (begun != null && (through == null || begun.isAfter(through))) {
      through = begun;
    }
  }

  /**
   * Takes note that a read has ended that began long after the latest write that could be read:
   * nothing of so early a stamp can come any more.
   */
  synchronized void settledThrough(Instant moment) {
    settled = moment;
  }

  /** Whether all that was written up to that moment has been read for good. */
  synchronized boolean isSettled(Instant moment) {
    return moment.equals(settled);
  }

  /** What it takes in memory, about. */
  synchronized long bytes() {
    return digests.size() * BYTES_OF_A_DOCUMENT + days * BYTES_OF_A_DAY;
  }
}
