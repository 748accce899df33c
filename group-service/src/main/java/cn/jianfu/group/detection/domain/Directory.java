package cn.jianfu.group.detection.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who works in the district and who has left (干部名册), as far as units have said. */
public final class Directory {

  /** Nobody has said anything. */
  public static final Directory UNKNOWN = new Directory(new Builder());

  private final Set<String> towns;
  private final Set<String> unreadable;
  private final Map<String, LocalDate> lists;
  private final Map<String, LocalDate> listedOn;
  private final Map<String, Optional<LocalDate>> leftOn;
  private final Map<String, Optional<String>> named;

  private Directory(Builder builder) {
    builder.towns.removeAll(builder.unreadable);
    this.towns = Set.copyOf(builder.towns);
    this.unreadable = Set.copyOf(builder.unreadable);
    this.lists = Map.copyOf(builder.lists);
    this.listedOn = Map.copyOf(builder.listedOn);
    this.leftOn = Map.copyOf(builder.leftOn);
    this.named = Map.copyOf(builder.named);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Whether anybody of a town has ever said who works there. */
  boolean knows(String town) {
    return towns.contains(town);
  }

  /**
   * Whether a unit, or its town for all of its units, has said who works there, and not too long
   * ago.
   *
   * @param freshDays 0 when no age is too old
   */
  boolean knows(String unit, String town, LocalDate day, int freshDays) {
    return !unreadable.contains(town)
        && (isFresh(lists.get(unit), day, freshDays) || isFresh(lists.get(town), day, freshDays));
  }

  private static boolean isFresh(@Nullable LocalDate list, LocalDate day, int freshDays) {
    return list != null && !Membership.isStale(list, day, freshDays);
  }

  /** Whether anybody has ever said something about the person. */
  public boolean lists(String person) {
    return listedOn.containsKey(person);
  }

  /** The day of the latest list that has the person; null when none has. */
  @Nullable LocalDate listedOn(String person) {
    return listedOn.get(person);
  }

  /** Since when the person works nowhere any more; null for who does, or is not listed. */
  public @Nullable LocalDate leftOn(String person) {
    return leftOn.getOrDefault(person, Optional.empty()).orElse(null);
  }

  /** The one person of a town who is called that; null when there is none or more than one. */
  public @Nullable String personNamed(String town, String nameRef) {
    return named.getOrDefault(key(town, nameRef), Optional.empty()).orElse(null);
  }

  private static String key(String town, String nameRef) {
    return town + "|" + nameRef;
  }

  /** Takes the lists of units one after the other. */
  public static final class Builder {

    private final Set<String> towns = new HashSet<>();
    private final Map<String, LocalDate> lists = new HashMap<>();
    private final Map<String, LocalDate> listedOn = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, Optional<LocalDate>> leftOn = new HashMap<>();
    private final Map<String, Optional<String>> named = new HashMap<>();

    private Builder() {}

    /**
     * Adds a person on a list of a town.
     *
     * @param left null for who works there; who works somewhere has not left
     * @param on the day of the list
     */
    public Builder add(
        String town,
        String person,
        @Nullable String nameRef,
        @Nullable LocalDate left,
        LocalDate on) {
      towns.add(town);
      listedOn.merge(person, on, Builder::latest);
      leftOn.merge(person, Optional.ofNullable(left), Builder::laterOf);
      if (nameRef != null) {
        named.merge(
            key(town, nameRef),
            Optional.of(person),
            (one, other) -> one.equals(other) ? one : Optional.empty());
      }
      return this;
    }

    /** Notes that a unit has a list of that day with somebody who works there. */
    public Builder known(String unit, LocalDate on) {
      lists.merge(unit, on, Builder::latest);
      return this;
    }

    /** Notes that a list of the town is of no use, so that who is on none need not be there. */
    public Builder unreadable(String town) {
      unreadable.add(town);
      return this;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? one : other;
    }

    private static Optional<LocalDate> laterOf(Optional<LocalDate> one, Optional<LocalDate> other) {
      return one.isEmpty() || other.isEmpty()
          ? Optional.empty()
          : one.get().isAfter(other.get()) ? one : other;
    }

    public Directory build() {
      return new Directory(this);
    }
  }
}
