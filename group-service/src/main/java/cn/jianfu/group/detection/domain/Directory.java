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
  private final Map<String, Optional<LocalDate>> leftOn;
  private final Map<String, Optional<String>> named;

  private Directory(Builder builder) {
    builder.towns.removeAll(builder.unreadable);
    this.towns = Set.copyOf(builder.towns);
    this.leftOn = Map.copyOf(builder.leftOn);
    this.named = Map.copyOf(builder.named);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Whether a town has said who its people are. */
  public boolean knows(String town) {
    return towns.contains(town);
  }

  /** Whether anybody has said something about the person. */
  boolean lists(String person) {
    return leftOn.containsKey(person);
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
    private final Set<String> unreadable = new HashSet<>();
    private final Map<String, Optional<LocalDate>> leftOn = new HashMap<>();
    private final Map<String, Optional<String>> named = new HashMap<>();

    private Builder() {}

    /**
     * Adds a person on a list of a town.
     *
     * @param left null for who works there; who works somewhere has not left
     */
    public Builder add(
        String town, String person, @Nullable String nameRef, @Nullable LocalDate left) {
      towns.add(town);
      leftOn.merge(person, Optional.ofNullable(left), Builder::laterOf);
      if (nameRef != null) {
        named.merge(
            key(town, nameRef),
            Optional.of(person),
            (one, other) -> one.equals(other) ? one : Optional.empty());
      }
      return this;
    }

    /** Notes that a town has a list, even an empty one. */
    public Builder known(String town) {
      towns.add(town);
      return this;
    }

    /** Notes that a list of the town is of no use, so that who is on none need not be there. */
    public Builder unreadable(String town) {
      unreadable.add(town);
      return this;
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
