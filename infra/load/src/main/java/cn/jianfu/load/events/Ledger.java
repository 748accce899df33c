package cn.jianfu.load.events;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The books of the load client: what was accepted must be seen, what was declined must not, and
 * what got no answer may be either.
 */
public final class Ledger {

  /** What the platform answered. */
  public enum Answer {
    ACCEPTED,
    /** It was so already. */
    UNCHANGED,
    DECLINED,
    UNKNOWN
  }

  private final Map<Answer, Long> counts = new EnumMap<>(Answer.class);
  private final Map<String, String> expected = new HashMap<>();
  private final Map<String, String> possible = new HashMap<>();
  private final Map<Planned.Kind, Long> accepted = new EnumMap<>(Planned.Kind.class);

  /** Books one answer; answers about one thing come in the order in which they were sent. */
  public synchronized void book(Planned event, Answer answer) {
    counts.merge(answer, 1L, Long::sum);
    switch (answer) {
      case ACCEPTED -> {
        accepted.merge(event.kind(), 1L, Long::sum);
        expected.put(event.thing(), event.expected());
        possible.remove(event.thing());
      }
      case UNCHANGED -> expected.put(event.thing(), event.expected());
      case UNKNOWN -> possible.put(event.thing(), event.expected());
      case DECLINED -> {}
    }
  }

  public synchronized long count(Answer answer) {
    return counts.getOrDefault(answer, 0L);
  }

  public synchronized long accepted(Planned.Kind kind) {
    return accepted.getOrDefault(kind, 0L);
  }

  /** How many different things were accepted. */
  public synchronized long things() {
    return expected.size();
  }

  /**
   * Compares the books with what is seen.
   *
   * @param seen value by thing: {@code group@day}, {@code group#name}, {@code group#members}
   */
  public synchronized Audit against(Map<String, String> seen) {
    List<String> lost = new ArrayList<>();
    expected.forEach((thing, value) -> {
      String found = seen.get(thing);
      if (!value.equals(found) && !isPossible(thing, found)) {
        lost.add(thing + " should be " + value + " and is " + found);
      }
    });
    long unbooked =
        seen.keySet().stream()
            .filter(thing -> !expected.containsKey(thing) && !possible.containsKey(thing))
            .count();
    return new Audit(expected.size(), lost.size(), unbooked, lost.stream().limit(5).toList());
  }

  private boolean isPossible(String thing, @Nullable String found) {
    return found != null && found.equals(possible.get(thing));
  }

  /**
   * What came of the comparison.
   *
   * @param things that were accepted
   * @param lost of those, that are not seen as accepted
   * @param unbooked that are seen and were never accepted
   */
  public record Audit(long things, long lost, long unbooked, List<String> examples) {

    public boolean isClean() {
      return lost == 0 && unbooked == 0;
    }
  }
}
