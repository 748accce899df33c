package cn.jianfu.group.change;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The groups that changed in this process and were not looked at since. It only makes detection
 * prompt: what is lost with the process is found again by the marks in the store.
 */
public final class GroupChanges {

  private final Set<String> groups = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean structure = new AtomicBoolean();
  private final AtomicLong count = new AtomicLong();

  /** A group itself, or who is in it, changed; that can concern other groups too. */
  public void ofStructure(String groupId) {
    structure.set(true);
    groups.add(groupId);
    count.incrementAndGet();
  }

  /** Activity of a group was reported. */
  public void ofActivity(String groupId) {
    groups.add(groupId);
    count.incrementAndGet();
  }

  /** How many there have been in this process, to see whether there was another. */
  public long count() {
    return count.get();
  }

  public boolean isEmpty() {
    return groups.isEmpty() && !structure.get();
  }

  /** Takes what has gathered. */
  public Gathered take() {
    boolean any = structure.getAndSet(false);
    Set<String> taken = new HashSet<>(groups);
    groups.removeAll(taken);
    return new Gathered(taken, any);
  }

  /**
   * Groups that changed.
   *
   * @param structure whether more than activity changed
   */
  public record Gathered(Set<String> groups, boolean structure) {}
}
