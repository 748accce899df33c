package cn.jianfu.report.console;

import java.util.Map;
import java.util.Optional;

/**
 * People of two groups: those of the first alone, of both, of the second alone.
 *
 * <p>Drawn as one bar of {@link #WIDTH}, each part as wide as it has people.
 */
record SharedMembers(int first, int both, int second) {

  static final int WIDTH = 320;

  static Optional<SharedMembers> of(Map<String, Object> evidence) {
    return evidence.get("firstMembers") instanceof Number first
            && evidence.get("secondMembers") instanceof Number second
            && evidence.get("sharedMembers") instanceof Number shared
        ? Optional.of(of(first.intValue(), second.intValue(), shared.intValue()))
        : Optional.empty();
  }

  private static SharedMembers of(int first, int second, int shared) {
    return new SharedMembers(Math.max(0, first - shared), shared, Math.max(0, second - shared));
  }

  public int all() {
    return first + both + second;
  }

  public int width(int people) {
    return all() == 0 ? 0 : (int) Math.round((double) WIDTH * people / all());
  }
}
