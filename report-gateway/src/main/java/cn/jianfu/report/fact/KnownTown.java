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

  /** Measured: of a group with two days of counters 2.9 KB, with none 1.9 KB. */
  private static final long BYTES_OF_A_DOCUMENT = 1_200;

  /** Measured: 74 of one with demands at hours at which others were, 127 at its own five hours. */
  private static final long BYTES_OF_A_DAY = 100;

  private final Map<String, Fetched.Digest> digests = new HashMap<>();
  private final Map<String, WorkGroupV1> published = new HashMap<>();
  private final Map<String, List<CleanupDecision>> decisions = new HashMap<>();
  private final Map<String, Map<LocalDate, Withdrawal.WithdrawnBy>> withdrawnBy = new HashMap<>();
  private final Map<String, GroupDays> counted = new HashMap<>();
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
    Set<String> changed = new HashSet<>();
    Map<String, List<GroupMonth>> months = new HashMap<>();
    for (Fetched each : fetched) {
      // One after the other: read, a fact takes several times what it took as it came.
      Document fact = each.read(DOCUMENTS);
      seen(fact);
      switch (each.kind()) {
        case GROUP -> changed.add(takeGroup(fact));
        case GROUP_MONTH -> {
          GroupMonth month = GroupReader.month(fact);
          months.computeIfAbsent(month.group(), _ -> new ArrayList<>()).add(month);
        }
        default -> take(each.kind(), fact.getString("_id"), fact);
      }
    }
    months.forEach(this::takeMonths);
    changed.addAll(months.keySet());
    changed.forEach(id ->
        keep(
            groups,
            id,
            GroupReader.group(
                    id,
                    published.get(id),
                    decisions.getOrDefault(id, List.of()),
                    counted.getOrDefault(id, GroupDays.NONE))
                .map(group -> group.withdrawnBy(withdrawnBy.getOrDefault(id, Map.of())))));
    // Last, so that what cannot be read is news again.
    fetched.forEach(each -> digests.put(each.key(), each.digest()));
  }

  private String takeGroup(Document fact) {
    String id = fact.getString("_id");
    keep(published, id, GroupReader.workGroup(fact));
    decisions.put(id, GroupReader.decisions(fact));
    keep(withdrawnBy, id, Optional.of(GroupReader.withdrawnBy(fact)).filter(it -> !it.isEmpty()));
    return id;
  }

  private void takeMonths(String group, List<GroupMonth> months) {
    GroupDays before = counted.getOrDefault(group, GroupDays.NONE);
    GroupDays now = before.with(months);
    counted.put(group, now);
    days += now.days().size() - before.days().size();
  }

  private void take(FactKind kind, String id, Document fact) {
    switch (kind) {
      case FINDING -> {
        keep(findings, id, FactReader.finding(fact));
        keep(mistaken, id, FactReader.mistaken(fact));
      }
      case LOAD -> keep(loads, id, FactReader.load(fact));
      case PUSH -> keep(pushes, id, FactReader.pushes(fact));
      case SELF_CHECK -> keep(selfChecks, id, FactReader.selfCheck(fact));
      case IMPORT -> keep(imports, id, FactReader.imported(fact));
      case SECRECY -> keep(secrecy, id, FactReader.secrecy(fact));
      case GROUP, GROUP_MONTH -> throw new IllegalArgumentException("not by itself: " + kind);
    }
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
