package cn.jianfu.report.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Follows the chains entry by entry and finds where one does not hold. */
final class AuditVerification {

  private final Map<String, String> heads = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private long entries;

  /**
   * What was found.
   *
   * @param heads hash of the last entry of each partition, to be kept elsewhere: a chain that was
   *     written anew from the beginning shows by it
   * @param broken entries that do not follow from those before them
   */
  record Report(long entries, Map<String, String> heads, List<String> broken) {
    boolean holds() {
      return broken.isEmpty();
    }
  }

  void follow(Document stored) {
    AuditEntry entry = read(stored);
    String previous = heads.getOrDefault(entry.partition(), AuditEntry.FIRST);
    String hash = entry.hashAfter(previous);
    if (!hash.equals(stored.getString("hash")) || !previous.equals(stored.getString("previous"))) {
      broken.add(stored.getString("_id"));
    }
    heads.put(entry.partition(), stored.getString("hash"));
    entries++;
  }

  Report report() {
    return new Report(entries, Map.copyOf(heads), List.copyOf(broken));
  }

  private static AuditEntry read(Document stored) {
    return new AuditEntry(
        stored.getString("partition"),
        stored.getLong("offset"),
        stored.getString("eventId"),
        stored.getString("type"),
        stored.getString("subject"),
        stored.getString("time"),
        stored.getString("actor"),
        stored.getString("body"));
  }
}
