package cn.jianfu.group.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which group a row of a register means. A register of chat groups has no id that lasts: a
 * renamed row is a question, not a second group.
 */
public final class Recognition {

  /**
   * A group that a unit has already.
   *
   * @param externalId the platform's id or an {@link ImportKey}
   * @param owner 群主 as some register wrote it
   * @param live whether it still exists for its members
   */
  public record Known(
      String groupId,
      String unit,
      String externalId,
      String name,
      @Nullable String owner,
      @Nullable LocalDate createdOn,
      boolean live) {}

  /**
   * A group as a row lists it.
   *
   * @param unit code of the unit
   * @param externalId the platform's id, where the register has one
   */
  public record Listed(
      int row,
      String unit,
      String name,
      @Nullable String owner,
      @Nullable LocalDate createdOn,
      @Nullable String externalId) {}

  /** What a row means. */
  public sealed interface Meaning {

    record Same(String groupId) implements Meaning {}

    record New(String externalId) implements Meaning {}

    /** It may be one of these under another name; somebody has to say. */
    record Unclear(List<Known> perhaps) implements Meaning {}

    /** An earlier row means it already. */
    record Twice(int firstRow) implements Meaning {}

    /** Somebody said that it is a group which the unit does not have. */
    record NotKnown(String groupId) implements Meaning {}
  }

  /** {@code unit/platform/externalId}: what the console calls a group that it knows. */
  private static final Pattern GROUP_ID = Pattern.compile("[0-9]{12}/[A-Z_]{1,20}/[^/]+");

  private final Map<String, List<Known>> knownByUnit = new HashMap<>();
  private final Map<Integer, Answers.ListedGroup> answers;

  /** The row that means a group, by the group's id or by unit and new key. */
  private final Map<String, Integer> taken = new HashMap<>();

  private Recognition(Collection<Known> known, Map<Integer, Answers.ListedGroup> answers) {
    known.forEach(
        group -> knownByUnit.computeIfAbsent(group.unit(), _ -> new ArrayList<>()).add(group));
    this.answers = answers;
  }

  /**
   * The meaning of every row.
   *
   * @param known all groups of the units that are listed
   * @param answers to what was unclear before
   */
  public static Map<Integer, Meaning> of(
      Collection<Known> known,
      Collection<Listed> listed,
      Map<Integer, Answers.ListedGroup> answers) {
    Recognition recognition = new Recognition(known, answers);
    Map<Integer, Meaning> meanings = new HashMap<>();
    // What is certain comes first: a group that some row certainly means was not renamed to
    // another.
    for (Listed row : listed) {
      Meaning certain = recognition.certain(row);
      if (certain != null) {
        meanings.put(row.row(), certain);
      }
    }
    for (Listed row : listed) {
      meanings.computeIfAbsent(row.row(), _ -> recognition.otherwise(row));
    }
    return meanings;
  }

  private @Nullable Meaning certain(Listed row) {
    return switch (answers.get(row.row())) {
      case Answers.ListedGroup.Known(String groupId) -> said(row, groupId);
      case Answers.ListedGroup.New _ -> begin(row);
      case null -> {
        Known same = same(row);
        if (same == null && isListedAsKnown(row)) {
          yield new Meaning.NotKnown(String.valueOf(row.externalId()));
        }
        yield same == null ? null : take(same, row);
      }
    };
  }

  private Meaning said(Listed row, String groupId) {
    List<Known> meant = among(row, group -> group.groupId().equals(groupId));
    return meant.isEmpty() ? new Meaning.NotKnown(groupId) : take(meant.getFirst(), row);
  }

  /**
   * The group with the row's id, else the one that is called so and whose key says so, or alone.
   */
  private @Nullable Known same(Listed row) {
    List<Known> sameId = among(row, group -> hasIdOf(group, row));
    if (sameId.stream().map(Known::groupId).distinct().count() == 1) {
      return sameId.getFirst();
    }
    String key = ImportKey.of(row.unit(), row.name());
    List<Known> sameName =
        among(row, group -> isCalled(group, row.name()) && !isAnothersId(group, row));
    List<Known> sameKey = sameName.stream().filter(it -> it.externalId().equals(key)).toList();
    if (!sameKey.isEmpty()) {
      return sameKey.getFirst();
    }
    List<Known> live = sameName.stream().filter(Known::live).toList();
    return live.size() == 1 ? live.getFirst() : null;
  }

  private Meaning otherwise(Listed row) {
    List<Known> perhaps =
        among(row, group -> !taken.containsKey(group.groupId()) && mayBeOne(group, row));
    return perhaps.isEmpty() ? begin(row) : new Meaning.Unclear(perhaps);
  }

  private static boolean mayBeOne(Known known, Listed row) {
    boolean sameId = hasIdOf(known, row);
    boolean sameNameOnce =
        isCalled(known, row.name())
            || known.externalId().equals(ImportKey.of(row.unit(), row.name()));
    boolean sameOrigin =
        row.owner() != null
            && row.createdOn() != null
            && known.owner() != null
            && PlainText.key(known.owner()).equals(PlainText.key(row.owner()))
            && row.createdOn().equals(known.createdOn());
    return sameId || (known.live() && !isAnothersId(known, row) && (sameNameOnce || sameOrigin));
  }

  /** The platform says that they are two, whatever they are called. */
  private static boolean isAnothersId(Known known, Listed row) {
    return row.externalId() != null && !ImportKey.isOne(known.externalId()) && !hasIdOf(known, row);
  }

  /** The platform's id, or the one under which the console's own table lists it. */
  private static boolean hasIdOf(Known known, Listed row) {
    return known.externalId().equals(row.externalId()) || known.groupId().equals(row.externalId());
  }

  private static boolean isListedAsKnown(Listed row) {
    return row.externalId() != null && GROUP_ID.matcher(row.externalId()).matches();
  }

  private static boolean isCalled(Known group, String name) {
    return PlainText.key(group.name()).equals(PlainText.key(name));
  }

  private Meaning take(Known group, Listed row) {
    Integer first = taken.putIfAbsent(group.groupId(), row.row());
    return first == null ? new Meaning.Same(group.groupId()) : new Meaning.Twice(first);
  }

  private Meaning begin(Listed row) {
    String key = freeKey(row);
    Integer first = taken.putIfAbsent(row.unit() + "\n" + key, row.row());
    return first == null ? new Meaning.New(key) : new Meaning.Twice(first);
  }

  private String freeKey(Listed row) {
    if (row.externalId() != null && !isListedAsKnown(row)) {
      return row.externalId();
    }
    String key = ImportKey.of(row.unit(), row.name());
    for (int count = 2; isTaken(row, key); count++) {
      key = ImportKey.further(row.unit(), row.name(), count);
    }
    return key;
  }

  private boolean isTaken(Listed row, String key) {
    return !among(row, group -> group.externalId().equals(key)).isEmpty();
  }

  private List<Known> among(Listed row, Predicate<Known> wanted) {
    return knownByUnit.getOrDefault(row.unit(), List.of()).stream().filter(wanted).toList();
  }
}
