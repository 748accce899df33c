package cn.jianfu.report.console;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to do today.
 *
 * @param whose the unit whose inbox it is
 * @param cards what is most urgent first
 * @param next what comes after today; null when nothing is known to come
 */
record InboxPage(LocalDate today, Words whose, List<Card> cards, @Nullable Next next) {

  /** What is to be done, in the order in which it is shown when nothing is more urgent. */
  enum Kind {
    SELF_CHECK,
    EXECUTE,
    DECIDE,
    ENDING,
    CONFIRMED,
    ANSWERED,
    SECRECY,
    DECLINED,
    CONTESTED,
    REOPENED,
    SUSPECTED,
    SILENT,
    WITHDRAWN,
    EXEMPTION,
    ROUND,
    CALENDAR;

    private static final Set<Kind> OF_THE_REGISTER = EnumSet.of(EXECUTE, DECIDE, ENDING);

    /**
     * What its page is for, a text {@code inbox.go.WORD}: who does not decide reads the register.
     */
    public String go(boolean decides) {
      return OF_THE_REGISTER.contains(this) && !decides ? "REGISTER" : name();
    }
  }

  /** A text of the bundles by its key, with words in it; or the words themselves. */
  record Label(@Nullable String key, Words words) {

    private static final Words NONE = Words.same("");

    static Label of(Words words) {
      return new Label(null, words);
    }

    static Label of(String words) {
      return new Label(null, Words.same(words));
    }

    static Label keyed(String key) {
      return new Label(key, NONE);
    }
  }

  /** A last day, as it is seen on a day. */
  record Due(LocalDate on, long days) {

    /** Days from which on it is marked. */
    private static final int SOON = 3;

    static Due of(LocalDate on, LocalDate today) {
      return new Due(on, ChronoUnit.DAYS.between(today, on));
    }

    public boolean overdue() {
      return days < 0;
    }

    /** OVERDUE, TODAY, TOMORROW or LATER. */
    public String word() {
      if (days < 0) {
        return "OVERDUE";
      }
      return days == 0 ? "TODAY" : days == 1 ? "TOMORROW" : "LATER";
    }

    /** How many days it is over, or left. */
    public long number() {
      return Math.abs(days);
    }

    /** The look of a band: a shape and a colour beside the word. */
    public String look() {
      if (days < 0) {
        return "action";
      }
      return days <= SOON ? "attention" : "calm";
    }
  }

  /** One thing to be done. */
  record Item(Label name, List<Label> notes, String address, @Nullable Due due) {

    /** What has a last day comes before what has none. */
    static final Comparator<Item> MOST_URGENT =
        Comparator.comparing(Item::on, Comparator.nullsLast(Comparator.naturalOrder()));

    private @Nullable LocalDate on() {
      return due == null ? null : due.on();
    }
  }

  /**
   * All of a kind.
   *
   * @param count how many there are
   * @param overdue of how many the last day is over
   * @param items the most urgent ones
   * @param due of the most urgent one; null when none has a last day
   * @param address of the page where it is done; empty where the links of the items are all
   * @param missing why not all of it is known
   */
  record Card(
      Kind kind,
      long count,
      long overdue,
      List<Item> items,
      @Nullable Due due,
      String address,
      List<Label> missing) {

    static final int SHOWN = 5;

    static final Comparator<Card> MOST_URGENT =
        Comparator.comparing(Card::on, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Card::kind);

    /** Of all that is to be done. */
    static Card of(Kind kind, List<Item> all, String address) {
      return of(kind, all.size(), all, address);
    }

    /** Of the beginning of it, where none has a last day. */
    static Card of(Kind kind, long count, List<Item> first, String address) {
      var sorted = first.stream().sorted(Item.MOST_URGENT).toList();
      long overdue =
          first.stream().map(Item::due).filter(Objects::nonNull).filter(Due::overdue).count();
      return new Card(
          kind,
          count,
          overdue,
          sorted.stream().limit(SHOWN).toList(),
          sorted.isEmpty() ? null : sorted.getFirst().due(),
          address,
          List.of());
    }

    /** The same, of which something is not known. */
    Card missing(List<Label> why, @Nullable Due until) {
      return new Card(kind, count, overdue, items, due == null ? until : due, address, why);
    }

    boolean asks() {
      return count > 0 || !missing.isEmpty();
    }

    /** Whether anything at all is known. */
    public boolean known() {
      return count > 0 || missing.isEmpty();
    }

    /** Whether what is shown has one last day, which the card tells. */
    public boolean dueTogether() {
      return items.stream().allMatch(it -> Objects.equals(it.due(), due));
    }

    public long more() {
      return count - items.size();
    }

    private @Nullable LocalDate on() {
      return due == null ? null : due.on();
    }
  }

  /** Something that is not to be done yet. */
  record Next(Label name, Due due) {}

  /** How many things there are, as far as they are known. */
  public long total() {
    return cards.stream().mapToLong(Card::count).sum();
  }

  public long overdue() {
    return cards.stream().mapToLong(Card::overdue).sum();
  }

  public boolean idle() {
    return cards.isEmpty();
  }
}
