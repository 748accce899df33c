package cn.jianfu.group.detection.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named numbers, days, words and ids that show why something is a finding, in a fixed order. */
public record Evidence(SequencedMap<String, Value> values) {

  /**
   * What limits are called, as {@code evidence-limits.json} of the published language has it: a
   * limit that moves makes what stands against it neither better nor worse. Days of use are among
   * them, because more of them is better.
   */
  static final Set<String> LIMITS =
      Set.of(
          "activeDays",
          "allowance",
          "graceDays",
          "high",
          "idleDaysLimit",
          "limit",
          "minActiveDays",
          "minActiveMembers",
          "minMinutes",
          "warn",
          "windowDays");

  /** One thing shown. */
  public sealed interface Value {

    /** A count or a share; equal numbers are equal however many zeros they are written with. */
    record Amount(BigDecimal number) implements Value {
      public Amount {
        number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      }
    }

    record Day(LocalDate day) implements Value {}

    record Word(String word) implements Value {}

    record Ids(List<String> ids) implements Value {
      public Ids {
        ids = List.copyOf(ids);
      }
    }
  }

  public Evidence {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /** Ids that are shown under the key; none when there are none. */
  public List<String> ids(String key) {
    return values.get(key) instanceof Value.Ids(var ids) ? ids : List.of();
  }

  /** The word that is shown under the key; empty when there is none. */
  public String word(String key) {
    return values.get(key) instanceof Value.Word(var word) ? word : "";
  }

  /** The day that is shown under the key; null when there is none. */
  @Nullable LocalDate day(String key) {
    return values.get(key) instanceof Value.Day(var day) ? day : null;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Collects values in the order in which they are shown; what is null is left out. */
  public static final class Builder {

    private final LinkedHashMap<String, Value> values = new LinkedHashMap<>();

    private Builder() {}

    public Builder number(String key, long number) {
      return number(key, BigDecimal.valueOf(number));
    }

    public Builder number(String key, BigDecimal number) {
      values.put(key, new Value.Amount(number));
      return this;
    }

    /** What the numbers stand against. */
    public Builder limit(String key, long limit) {
      return limit(key, BigDecimal.valueOf(limit));
    }

    /** The same with a share. */
    public Builder limit(String key, BigDecimal limit) {
      if (!LIMITS.contains(key)) {
        throw new IllegalArgumentException(key + " is not known as a limit");
      }
      return number(key, limit);
    }

    public Builder day(String key, @Nullable LocalDate day) {
      if (day != null) {
        values.put(key, new Value.Day(day));
      }
      return this;
    }

    public Builder word(String key, @Nullable String word) {
      if (word != null) {
        values.put(key, new Value.Word(word));
      }
      return this;
    }

    public Builder ids(String key, Collection<String> ids) {
      values.put(key, new Value.Ids(List.copyOf(ids)));
      return this;
    }

    public Evidence build() {
      return new Evidence(values);
    }
  }
}
