package cn.jianfu.group.detection.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Non-empty member sets by rising size, each with its rarest members first. */
final class RankedSets {

  private final MemberSets source;
  private final int[] order;
  private final int[][] members;
  private final int[] lines;

  private RankedSets(MemberSets source, int[] order, int[][] members, int[] lines) {
    this.source = source;
    this.order = order;
    this.members = members;
    this.lines = lines;
  }

  static RankedSets of(MemberSets source, Function<String, @Nullable String> lineOf) {
    Map<String, Integer> lineNumbers = new HashMap<>();
    int[] lineOfSource = new int[source.size()];
    for (int i = 0; i < source.size(); i++) {
      String line = source.members(i).length == 0 ? null : lineOf.apply(source.group(i));
      lineOfSource[i] =
          line == null ? -1 : lineNumbers.computeIfAbsent(line, _ -> lineNumbers.size());
    }
    int[] order = bySize(source, lineOfSource);
    int[] ranks = byRarity(source, order);
    int[][] members = new int[order.length][];
    int[] lines = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      int[] ranked = source.members(order[i]).clone();
      for (int m = 0; m < ranked.length; m++) {
        ranked[m] = ranks[ranked[m]];
      }
      Arrays.sort(ranked);
      members[i] = ranked;
      lines[i] = lineOfSource[order[i]];
    }
    return new RankedSets(source, order, members, lines);
  }

  int size() {
    return order.length;
  }

  int people() {
    return source.people();
  }

  int[] members(int set) {
    return members[set];
  }

  int line(int set) {
    return lines[set];
  }

  String group(int set) {
    return source.group(order[set]);
  }

  private static int[] bySize(MemberSets source, int[] lines) {
    // Size and number in one long: sorted without boxing.
    return IntStream.range(0, source.size())
        .filter(i -> lines[i] >= 0)
        .mapToLong(i -> ((long) source.members(i).length << 32) | i)
        .sorted()
        .mapToInt(sizeAndNumber -> (int) sizeAndNumber)
        .toArray();
  }

  private static int[] byRarity(MemberSets source, int[] order) {
    int[] groupsOf = new int[source.people()];
    for (int set : order) {
      for (int person : source.members(set)) {
        groupsOf[person]++;
      }
    }
    int[] rarestFirst =
        IntStream.range(0, groupsOf.length)
            .mapToLong(person -> ((long) groupsOf[person] << 32) | person)
            .sorted()
            .mapToInt(countAndPerson -> (int) countAndPerson)
            .toArray();
    int[] ranks = new int[groupsOf.length];
    for (int rank = 0; rank < rarestFirst.length; rank++) {
      ranks[rarestFirst[rank]] = rank;
    }
    return ranks;
  }
}
