package cn.jianfu.group.detection.domain;

import java.util.Arrays;

/** A growing list of numbers without boxes. */
final class IntList {

  private int[] numbers = new int[4];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size + (size >> 1) + 1);
    }
    numbers[size++] = number;
  }

  /** Takes a number out; the last one moves into its place. */
  void removeValue(int number) {
    for (int i = 0; i < size; i++) {
      if (numbers[i] == number) {
        numbers[i] = numbers[--size];
        return;
      }
    }
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int get(int index) {
    return numbers[index];
  }

  int removeLast() {
    return numbers[--size];
  }
}
