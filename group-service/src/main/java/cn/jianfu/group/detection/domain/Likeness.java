package cn.jianfu.group.detection.domain;

import java.util.Arrays;

/**
 * How alike two plain names are: the Dice share of their character pairs, 2 · common / all, counted
 * with repetition. Names of one character are alike when equal; an empty one is like nothing; names
 * with different numbers in them (第一网格, 第二网格) are not alike, however long the rest is. Symmetric
 * and exact.
 */
final class Likeness {

  private final String name;
  private final long[] pairs;
  private final String numbers;

  Likeness(String plainName) {
    this.name = plainName;
    int[] letters = plainName.codePoints().toArray();
    this.pairs = new long[Math.max(0, letters.length - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = ((long) letters[i] << 32) | letters[i + 1];
    }
    Arrays.sort(pairs);
    this.numbers = numbersIn(plainName);
  }

  boolean isAtLeast(Ratio share, Likeness other) {
    if (name.isEmpty() || other.name.isEmpty() || !numbers.equals(other.numbers)) {
      return false;
    }
    return name.equals(other.name)
        || share.reachedBy(2L * common(other), (long) pairs.length + other.pairs.length);
  }

  int length() {
    return pairs.length + 1;
  }

  private int common(Likeness other) {
    int i = 0;
    int j = 0;
    int common = 0;
    while (i < pairs.length && j < other.pairs.length) {
      int order = Long.compare(pairs[i], other.pairs[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }

  /** The runs of digits in the order in which they stand; 一 to 九 and 十 count as digits. */
  private static String numbersIn(String name) {
    StringBuilder runs = new StringBuilder();
    boolean inRun = false;
    for (int i = 0; i < name.length(); i++) {
      int value = "零一二三四五六七八九十".indexOf(name.charAt(i));
      if (value < 0) {
        value = Character.digit(name.charAt(i), 10);
      }
      if (value >= 0) {
        runs.append(inRun ? "." : " ").append(value);
      }
      inRun = value >= 0;
    }
    return runs.toString();
  }
}
