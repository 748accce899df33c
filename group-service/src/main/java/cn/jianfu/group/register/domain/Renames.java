package cn.jianfu.group.register.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that may be a known group under a new name: a renamed row is a question, not a second group.
 */
public final class Renames {

  /**
   * A group by its import key, known or listed.
   *
   * @param unit code of the unit
   */
  public record Listed(
      String key,
      String unit,
      String name,
      @Nullable String owner,
      @Nullable LocalDate createdOn,
      @Nullable String externalId) {}

  /** A listed group that nobody knew, and known ones of its unit that are listed no more. */
  public record Suspected(Listed listed, List<Listed> known) {}

  private Renames() {}

  /**
   * New rows that agree with a group that has gone from the list, in its platform's id or in owner
   * and day of creation.
   */
  public static List<Suspected> among(Collection<Listed> known, Collection<Listed> listed) {
    Set<String> knownKeys = known.stream().map(Listed::key).collect(Collectors.toSet());
    Set<String> listedKeys = listed.stream().map(Listed::key).collect(Collectors.toSet());
    List<Listed> gone = known.stream().filter(group -> !listedKeys.contains(group.key())).toList();
    List<Suspected> suspected = new ArrayList<>();
    for (Listed row : listed) {
      if (!knownKeys.contains(row.key())) {
        List<Listed> same = gone.stream().filter(group -> mayBeOne(group, row)).toList();
        if (!same.isEmpty()) {
          suspected.add(new Suspected(row, same));
        }
      }
    }
    return suspected;
  }

  private static boolean mayBeOne(Listed known, Listed row) {
    if (!known.unit().equals(row.unit())) {
      return false;
    }
    return agree(known.externalId(), row.externalId())
        || (agree(known.owner(), row.owner()) && agree(known.createdOn(), row.createdOn()));
  }

  private static boolean agree(@Nullable Object one, @Nullable Object other) {
    return one != null && one.equals(other);
  }
}
