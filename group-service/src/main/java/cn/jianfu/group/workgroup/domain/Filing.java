package cn.jianfu.group.workgroup.domain;

import static java.time.temporal.ChronoUnit.DAYS;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That a group is filed (备案), and under which name.
 *
 * @param on the day of the filing
 * @param name null of one that was made before names were kept: then it is not known
 * @param renamedOn since when the group has another name than this one; of an unknown name, when
 *     the group was renamed first since; null when neither is so
 * @param back that it has gone back to the filed name, last; null when it never left it
 */
public record Filing(
    String number,
    LocalDate on,
    @Nullable String name,
    @Nullable LocalDate renamedOn,
    @Nullable Return back) {

  /**
   * A group has its filed name again.
   *
   * @param awaySince since when it had had another
   */
  public record Return(LocalDate awaySince, LocalDate on) {

    /** Whether it lasts until that day as long as the group was called otherwise before. */
    boolean lastsUntil(LocalDate day) {
      return DAYS.between(on, day) >= DAYS.between(awaySince, on);
    }
  }

  private static final Pattern NOT_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Of a group that never went back to its name. */
  public Filing(String number, LocalDate on, @Nullable String name, @Nullable LocalDate renamedOn) {
    this(number, on, name, renamedOn, null);
  }

  /**
   * Of a group as it is called.
   *
   * @param otherwiseSince since when, should that be another name
   */
  static Filing of(
      String number, LocalDate on, String name, String called, LocalDate otherwiseSince) {
    return new Filing(number, on, name, isOne(name, called) ? null : otherwiseSince);
  }

  /**
   * Names that differ in nothing but width, case, spaces and signs are one name, as in the keys of
   * registers.
   */
  static boolean isOne(String name, String other) {
    String folded = folded(name);
    String key = key(folded);
    // Of a name that is all signs, the signs tell.
    return key.isEmpty() ? folded.equals(folded(other)) : key.equals(key(folded(other)));
  }

  /** Whether it may be a filing under that name, as far as it tells. */
  public boolean isNamed(@Nullable String other) {
    return name == null || isKnownAs(other);
  }

  boolean isKnownAs(@Nullable String other) {
    return name != null && other != null && isOne(name, other);
  }

  /** Whether its name is not known, and nothing that is known stands against the group's. */
  boolean isUntold() {
    return name == null && renamedOn == null;
  }

  /**
   * After the group was renamed. The first day counts, however often it is renamed since, and
   * however shortly it goes back to the filed name in between.
   */
  Filing afterRename(String from, String to, LocalDate day) {
    boolean isFiledName = name == null ? isOne(from, to) && renamedOn == null : isOne(name, to);
    if (isFiledName) {
      return new Filing(
          number, on, name, null, renamedOn == null ? back : new Return(renamedOn, day));
    }
    LocalDate since = back == null || back.lastsUntil(day) ? day : back.awaySince();
    return new Filing(number, on, name, renamedOn == null ? since : renamedOn, null);
  }

  /** Whether it is the same filing, whatever the group is called since. */
  boolean isThat(@Nullable Filing other) {
    return other != null
        && number.equals(other.number)
        && on.equals(other.on)
        && (name == null ? other.name == null : name.equals(other.name));
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  private static String key(String folded) {
    return NOT_LETTER_OR_DIGIT.matcher(folded).replaceAll("");
  }
}
