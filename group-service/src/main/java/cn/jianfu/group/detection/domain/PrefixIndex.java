package cn.jianfu.group.detection.domain;

/** Who has a person among its first members, one flat array for all people, filled set by set. */
final class PrefixIndex {

  private final RankedSets sets;
  private final OverlapLimits limits;
  private final int[] starts;
  private final int[] ends;
  private final int[] entrySets;
  private final int[] entryPositions;

  PrefixIndex(RankedSets sets, OverlapLimits limits) {
    this.sets = sets;
    this.limits = limits;
    this.starts = new int[sets.people() + 1];
    for (int set = 0; set < sets.size(); set++) {
      int[] members = sets.members(set);
      int prefix = prefixOf(members.length);
      for (int position = 0; position < prefix; position++) {
        starts[members[position] + 1]++;
      }
    }
    for (int person = 0; person < sets.people(); person++) {
      starts[person + 1] = Math.addExact(starts[person + 1], starts[person]);
    }
    this.ends = starts.clone();
    this.entrySets = new int[starts[sets.people()]];
    this.entryPositions = new int[entrySets.length];
  }

  void add(int set) {
    int[] members = sets.members(set);
    int prefix = prefixOf(members.length);
    for (int position = 0; position < prefix; position++) {
      int entry = ends[members[position]]++;
      entrySets[entry] = set;
      entryPositions[entry] = position;
    }
  }

  int start(int person) {
    return starts[person];
  }

  int end(int person) {
    return ends[person];
  }

  int set(int entry) {
    return entrySets[entry];
  }

  int position(int entry) {
    return entryPositions[entry];
  }

  /** A partner is at least as large, and an equally large one needs the fewest shared members. */
  private int prefixOf(int size) {
    return size - limits.leastShared(size, size, true) + 1;
  }
}
