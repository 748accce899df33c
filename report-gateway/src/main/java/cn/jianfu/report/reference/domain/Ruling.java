package cn.jianfu.report.reference.domain;

import java.util.List;

/** What a wish to change reference data leads to. */
public sealed interface Ruling<S> {

  /** The next state, to be written and published. */
  record Accepted<S>(S next) implements Ruling<S> {}

  /** It is so already. */
  record Unchanged<S>() implements Ruling<S> {}

  /**
   * It contradicts itself or what stands.
   *
   * @param faults at least one, the gravest first
   */
  record Declined<S>(List<Fault> faults) implements Ruling<S> {
    public Declined {
      faults = List.copyOf(faults);
    }
  }

  static <S> Ruling<S> accepted(S next) {
    return new Accepted<>(next);
  }

  static <S> Ruling<S> unchanged() {
    return new Unchanged<>();
  }

  static <S> Ruling<S> declined(Refusal why, String field) {
    return new Declined<>(List.of(Fault.at(why, field)));
  }
}
