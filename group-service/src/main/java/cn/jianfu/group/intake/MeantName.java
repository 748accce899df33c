package cn.jianfu.group.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which of the known names somebody may have meant who wrote another. */
final class MeantName {

  /** So much of the longer name may differ before the two have nothing to do with each other. */
  private static final double MOST_DIFFERENT = 0.4;

  private MeantName() {}

  /** The known name that is nearest; all of them, in order, when none is near. */
  static List<String> of(String written, Collection<String> known) {
    List<String> names = known.stream().sorted().toList();
    return names.stream()
        .filter(name -> isNear(written, name))
        .min(Comparator.comparingInt(name -> steps(written, name)))
        .map(List::of)
        .orElse(names);
  }

  private static boolean isNear(String written, String name) {
    int longer = Math.max(written.length(), name.length());
    int atLeast = Math.abs(written.length() - name.length());
    // What is much longer is not compared at all: a sender cannot make it expensive.
    return atLeast <= longer * MOST_DIFFERENT && steps(written, name) <= longer * MOST_DIFFERENT;
  }

  /** How many letters are to be changed, added or left out to make one of the other. */
  private static int steps(String written, String name) {
    String from = written.toLowerCase(Locale.ROOT);
    int[] above = new int[name.length() + 1];
    for (int j = 0; j <= name.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[name.length() + 1];
      row[0] = i;
      for (int j = 1; j <= name.length(); j++) {
        int changed = from.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(above[j - 1] + changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[name.length()];
  }
}
