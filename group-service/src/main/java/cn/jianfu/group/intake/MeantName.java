package cn.jianfu.group.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Which of the known names somebody may have meant who wrote another. */
final class MeantName {

  /** So much of the longer name may differ before the two have nothing to do with each other. */
  private static final double MOST_DIFFERENT = 0.4;

  private static final int TOO_FAR = -1;

  private MeantName() {}

  /** The known name that is nearest; all of them, in order, when none is near. */
  static List<String> of(String written, Collection<String> known) {
    List<String> names = known.stream().sorted().toList();
    return names.stream()
        .filter(name -> steps(written, name) != TOO_FAR)
        .min(Comparator.comparingInt(name -> steps(written, name)))
        .map(List::of)
        .orElse(names);
  }

  /** How many letters are to be changed, added or left out; at most as many are looked for. */
  private static int steps(String written, String name) {
    int most = (int) (Math.max(written.length(), name.length()) * MOST_DIFFERENT);
    // What is much longer is not compared at all: a sender cannot make it expensive.
    return Math.abs(written.length() - name.length()) > most
        ? TOO_FAR
        : new LevenshteinDistance(most).apply(written.toLowerCase(Locale.ROOT), name);
  }
}
