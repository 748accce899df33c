package cn.jianfu.group.workgroup.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which entries of registers a group is, too, and which groups it is not.
 *
 * @param taken what it has taken over, the latest last
 * @param notThese groups of which somebody has said that they are others
 */
public record Sameness(List<Taken> taken, List<GroupId> notThese) {

  public static final Sameness UNKNOWN = new Sameness(List.of(), List.of());

  /**
   * An entry of a register that the group has taken over.
   *
   * @param before the group before that, without what is said here
   * @param steps how many states it had entered when it had taken it over
   */
  public record Taken(GroupId from, WorkGroup before, int steps) {}

  public Sameness {
    taken = List.copyOf(taken);
    notThese = List.copyOf(notThese);
  }

  boolean hasTaken(GroupId entry) {
    return taken.stream().anyMatch(it -> it.from().equals(entry));
  }

  /** With what was taken over; of one that comes again, what was before the first time stays. */
  Sameness with(Taken next) {
    return hasTaken(next.from())
        ? this
        : new Sameness(Stream.concat(taken.stream(), Stream.of(next)).toList(), notThese);
  }

  /** Without what was taken over last. */
  Sameness withoutLast() {
    return new Sameness(taken.subList(0, taken.size() - 1), notThese);
  }

  Sameness without(GroupId other) {
    List<GroupId> all = new ArrayList<>(notThese);
    all.remove(other);
    all.add(other);
    return new Sameness(taken, all);
  }
}
