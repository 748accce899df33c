package cn.jianfu.group.detection.domain;

import java.util.Arrays;

/** Sets of numbers as ascending arrays. */
final class SortedInts {

  private SortedInts() {}

  /** Sorts in place; the result is the same array unless a number stood twice. */
  static int[] distinct(int[] numbers) {
    Arrays.sort(numbers);
    int kept = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        numbers[kept++] = numbers[i];
      }
    }
    return kept == numbers.length ? numbers : Arrays.copyOf(numbers, kept);
  }

  /**
   * How many numbers a (from i) and b (from j) share, or -1 as soon as it must stay below the
   * least.
   */
  static int shared(int[] a, int i, int[] b, int j, int least) {
    int shared = 0;
    while (i < a.length && j < b.length) {
      if (shared + Math.min(a.length - i, b.length - j) < least) {
        return -1;
      }
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared < least ? -1 : shared;
  }
}
